def log = new File(basedir, 'build.log').text
def runs = log.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def database = new File(basedir, 'shop.db').canonicalPath
def created = new File(basedir, 'src/main/java/org/example/shop').list().find { it.endsWith('AddIsVerifiedToUsers.java') }
def version = created.substring(1, 15)
def shown = "${version[0..3]}_${version[4..5]}_${version[6..7]}_${version[8..13]}"

assert runs.size() == 8
def (dryRun, missing, first, again, changed, mapped, dryRollback, help) = runs

assert dryRun.contains("Database $database")
assert dryRun.contains('No file is made.')
assert dryRun.contains('-- up  2025_01_01_000000  Create users')
assert dryRun.contains('CREATE TABLE "users"')
assert dryRun.contains('-- runs code, not run now: Add the second user')
assert dryRun.contains('Dry run: 2 migrations would be applied; nothing was changed.')

assert missing.contains("[MissingDatabase] Database $database does not exist, and mhc:status never creates one.")

assert first.contains('It does not exist and is created.')
assert first =~ /applied  2025_01_01_000000  Create users   \d+ ms/
assert first =~ /applied  2025_01_02_000000  Add two users  \d+ ms/
assert first =~ /Applied 2 migrations in \d/
assert first.contains("sqlite3 '$database' .schema")
assert first.contains('no difference')

assert again.contains('Nothing to do: 2 migrations applied.')
assert again =~ /2025_01_01_000000  Create users   applied  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  \d+ ms/
assert again.contains('2 migrations: 2 applied')

assert changed.contains("Created ${new File(basedir, 'src/main/java/org/example/shop/' + created).canonicalPath}")
assert changed =~ /applied  $shown  Add is_verified to users  \d+ ms/
assert changed =~ /info +users\.is_verified +nothing +/
assert changed.contains("[SchemaDiffers] Database $database differs from the entities in 1 place (1 info); mhc.failOn is info.")

assert mapped =~ /warning +users\.is_verified +no default +default 0/: 'nothing but the default, which the entity does not declare'
assert mapped.contains('in 1 place (1 warning); none fails the build')
assert mapped.contains("will roll back  $shown  Add is_verified to users")
assert mapped.contains('drops column users.is_verified (2 values)')
assert mapped =~ /rolled back  $shown  Add is_verified to users  \d+ ms/
assert mapped =~ /$shown  Add is_verified to users  pending/
assert mapped.contains('3 migrations: 2 applied, 1 pending')
assert mapped =~ /Applied 1 migration in \d/

assert dryRollback.contains('drops table users (2 rows)')
assert dryRollback.contains('-- down  2025_01_01_000000  Create users')
assert dryRollback.contains('Dry run: 3 migrations would be rolled back; nothing was changed.')

['mhc:apply', 'mhc:backup', 'mhc:create', 'mhc:help', 'mhc:restore', 'mhc:rollback', 'mhc:status', 'mhc:verify-schema', 'mhc:verify-schema-no-fork'].each {
    assert help.contains(it)
}

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
    assert read('SELECT email, is_verified FROM users ORDER BY id') == ['ada@example.org 0', 'alan@example.org 0']
    assert read('SELECT event, version FROM mhc_history ORDER BY seq') == [
            'applied 20250101000000', 'applied 20250102000000',
            "applied $version", "rolled back $version", "applied $version"]*.toString()
} finally {
    connection.close()
}
return true
