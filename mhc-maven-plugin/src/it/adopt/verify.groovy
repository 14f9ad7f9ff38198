def log = new File(basedir, 'build.log').text
def runs = log.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def database = new File(basedir, 'shop.db').canonicalPath

assert runs.size() == 7
def (unmanaged, baseline, apply, again, edited, noReason, repair) = runs

assert unmanaged.contains('[UnmanagedDatabase] The database has tables and no history')
assert unmanaged.contains('found: tickets')
assert unmanaged.contains('mvn mhc:baseline -Dmhc.target=VERSION')

assert baseline =~ /2025_01_01_000000  Create tickets                baselined  /
assert baseline =~ /2025_01_03_000000  Open tickets without a state  pending/
assert baseline.contains('3 migrations: 2 baselined, 1 pending')
assert baseline.contains('Baselined up to 2025_01_02_000000; nothing was run.')
assert baseline.contains('Nothing to do: 2 migrations applied.')
assert apply =~ /applied  2025_01_03_000000  Open tickets without a state  \d+ ms/
assert again.contains('[BaselineOnHistory] Module app has a history already; its newest migration in effect is 20250103000000')

assert edited.contains('[ChangedAfterApply] Migration 20250103000000 (Open tickets without a state) changed after it was applied.')
assert edited.contains('mvn mhc:repair -Dmhc.version=20250103000000 -Dmhc.reason=')
assert noReason.contains('[MissingReason] mhc:repair needs a reason, which the history keeps')
assert repair.contains('Repaired 2025_01_03_000000: what this build has counts from now on, and the history says why.')
assert repair.contains('Nothing to do: 3 migrations applied.')

def connection = new org.sqlite.JDBC().connect("jdbc:sqlite:$database", new Properties())
try {
    def statement = connection.createStatement()
    def read = { sql ->
        def rows = []
        def result = statement.executeQuery(sql)
        while (result.next()) rows << (1..result.metaData.columnCount).collect { result.getString(it) }.join(' ')
        result.close()
        rows
    }
    assert read('SELECT title, state FROM tickets ORDER BY id') == ['Old closed', 'Older open']
    assert read("SELECT event, version, coalesce(detail, '') FROM mhc_history ORDER BY seq")*.strip() == [
            'baselined 20250101000000', 'baselined 20250102000000', 'applied 20250103000000',
            'repaired 20250103000000 reviewed']
} finally {
    connection.close()
}
return true
