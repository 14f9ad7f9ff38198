def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def (target, status, library, create, toTarget, steps) = runs
def database = new File(basedir, 'application/shop.db')

assert runs.size() == 6
assert target.contains("Database ${database.canonicalPath}")
assert target.contains('Nothing is done in library: it does not declare mhc-maven-plugin.')
assert target =~ /applied  2025_01_01_000000  Create notes  \d+ ms/
assert target =~ /applied  2025_01_02_000000  Create books  \d+ ms/
assert target.contains('Applied 2 migrations in ')
assert status.contains('Describe nothing  its up describes no change')
assert status.contains('Applied 1 migration in ')
assert status =~ /module   version            description       state/
assert status =~ /library  2025_01_02_000000  Create books      applied/
assert library.contains('[NotDeclared] No module of this build declares the plugin')
assert create.contains('Nothing is done in library')
assert new File(basedir, 'application/src/main/java/org/example/shop').list().any { it.endsWith('AddAuthorToBooks.java') }
assert toTarget =~ /rolled back  2025_01_03_000000  Describe nothing  \d+ ms/
assert toTarget.contains('drops table books (0 rows)')
assert toTarget.contains('Rolled back 2 migrations in ')
assert steps.contains('drops table notes (0 rows)')

def connection = new org.sqlite.JDBC().connect("jdbc:sqlite:$database", new Properties())
try {
    def result = connection.createStatement().executeQuery(
            "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' AND name IN ('books', 'notes')")
    assert result.next() && result.getString(1) == null
} finally {
    connection.close()
}
return true
