def log = new File(basedir, 'build.log').text
def runs = log.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def database = new File(basedir, 'the-shop.db').canonicalPath
def backups = basedir.list().findAll { it ==~ /the-shop\.db\.\d{8}-\d{6}-\d{3}\.backup/ }.sort()
def name = /the-shop\.db\.\d{8}-\d{6}-\d{3}\.backup/

assert runs.size() == 10
def (created, first, nothing, without, six, failed, broken, restored, compile, copied) = runs
def made = { run -> (run =~ /(?m)^\[INFO\] backup    ($name)  \d+\.\d kB in [\d.]+ m?s$/).collect { it[1] } }

assert made(created).isEmpty(): 'a new database has nothing to back up'
assert made(first).size() == 1
assert first.indexOf('backup    ') < first.indexOf('applied  2025_01_02_000000')
assert made(nothing).isEmpty()
assert nothing.contains('Nothing to do: 2 migrations applied.')
assert made(without).isEmpty()
assert made(six).size() == 6
assert six =~ /Backed up into \Q$basedir.canonicalPath\E\/$name \(\d+\.\d kB\)\./
assert six =~ /To restore it: mvn mhc:restore -Dmhc\.backup\.file=$name/

assert made(failed).size() == 1
assert failed.contains('[StatementFailed] Migration 20250103000000 (Fail)')
def command = (failed =~ /(?m)To have the database as it was before: (mvn .*)$/)[0][1].replaceAll(/ -> \[Help 1\]$/, '')
assert command == "mvn mhc:restore -Dmhc.backup.file=${made(failed)[0]}"
assert new File(basedir, '.mvn/maven.config').text == "-Dmhc.backup.file=${made(failed)[0]}"

assert compile.contains('COMPILATION ERROR'): 'the project was broken while it was restored'
assert restored.contains("Restored ${basedir.canonicalPath}/${made(failed)[0]}.")
assert restored =~ /in effect  2025_01_01_000000  Create notes/
assert restored.contains('2 migrations in effect.')
assert made(restored).size() == 1: 'what there was before'
assert restored.contains("To undo this: mvn mhc:restore -Dmhc.backup.file=${made(restored)[0]}")
assert copied.contains("Restored ${basedir.canonicalPath}/${made(failed)[0]}.")
assert made(copied).isEmpty(): 'there was nothing to back up'

assert backups.size() == 5: 'what is the same as the newest is not kept twice'
assert backups.containsAll(made(failed) + made(restored))
assert backups == (made(first) + made(six) + made(failed) + made(restored)).unique().sort().takeRight(5)

def read = { file, sql ->
    def connection = new org.sqlite.JDBC().connect("jdbc:sqlite:$file", new Properties())
    try {
        def rows = []
        def result = connection.createStatement().executeQuery(sql)
        while (result.next()) rows << result.getString(1)
        rows
    } finally {
        connection.close()
    }
}
assert read(database, 'SELECT body FROM notes ORDER BY id') == ['one', 'two']
assert read(new File(basedir, 'new.db'), 'SELECT body FROM notes ORDER BY id') == ['one', 'two']
assert read(database, 'SELECT COUNT(*) FROM mhc_history') == ['8']
return true
