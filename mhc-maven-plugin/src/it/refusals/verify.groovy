def log = new File(basedir, 'build.log').text
def folder = { new File(basedir, it).canonicalPath }
def says = { module, message ->
    assert log.readLines().any { it.contains("on project $module: $message") }: "$module: $message"
}

says 'missing-url', '[MissingUrl] No database is named.'
assert log.contains('mvn mhc:apply -Dmhc.url=jdbc:sqlite:app.db')
assert log.contains('mvn mhc:apply -Dmhc.database=app.db')
assert log.contains('<mhc.url>jdbc:sqlite:app.db</mhc.url>')
says 'temporary-database', '[TemporaryDatabase] The URL jdbc:sqlite::memory:'
says 'unsafe-option', '[UnsafeUrlOption] The URL option enable_load_extension'
says 'missing-folder', "[MissingFolder] The folder of database ${folder('missing-folder')}/not/there/shop.db does not exist"
says 'folder-as-database', "[NotAFile] Database ${folder('folder-as-database')} is a folder."
says 'bad-target', '[BadVersion] mhc.target is "latest"'
says 'no-driver', "[MissingDriver] No JDBC driver on the run-time class path of no-driver accepts ${folder('no-driver')}/shop.db."
assert log.contains('<artifactId>sqlite-jdbc</artifactId>')
says 'no-registry', '[NoRegistry] No registry of migrations is on the run-time class path of no-registry, though org.example.shop.M20250101000000CreateNotes is compiled'
assert log.contains('<annotationProcessorPaths>')
says 'other-api', '[DifferentApi] other-api uses mhc-migrations-api 0.0.1'
says 'not-a-database', '['
assert log.contains('is no SQLite database')
says 'no-driver', '[StepsAndTarget]'
says 'missing-url', '[SecretInUrl] The URL jdbc:mysql://scott:***@host/db?password=*** carries a password'
assert !log.contains('t1ger')
says 'missing-url', '[ManyModules] mhc:create makes one migration, and 10 modules of this build declare the plugin: missing-url, '
assert log.contains('mvn mhc:create -pl :missing-url -Dname=add_email_to_users')
assert !new File(basedir, 'missing-url/src').exists()

assert log.count('[TemporaryDatabase] The URL jdbc:sqlite::memory:') >= 2: 'what is bound keeps the database of its configuration'
assert !log.contains('[MissingFolder] The folder of database ' + folder('temporary-database') + '/nowhere/bound.db')
says 'temporary-database', "[MissingFolder] The folder of database ${folder('temporary-database')}/nowhere/typed.db does not exist"

assert !log.contains('Caused by:')
assert !log.contains('Nothing to do')
assert new File(basedir, 'not-a-database/shop.db').text == 'This is a text that somebody keeps under an unlucky name.\n' * 40
['no-driver', 'no-registry', 'other-api', 'bad-target', 'unsafe-option'].each {
    assert !new File(basedir, "$it/shop.db").exists(): it
}
assert !new File(basedir, 'missing-folder/not').exists()
return true
