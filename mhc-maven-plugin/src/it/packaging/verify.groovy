def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert runs.size() == 2
def (libraries, duplicate) = runs

def order = ['Create invoices', 'Create items', 'Create users'].collect { libraries.indexOf(it + ' ', libraries.indexOf('applied  2025')) }
assert order == order.sort(false) && order[0] > 0: 'the migrations of two libraries and the application run in one order'
assert libraries.contains('Applied 3 migrations in ')

assert duplicate.contains('[DuplicateModule] Two registries are named billing: ')
assert duplicate =~ /org\.example\.billing\.BillingMigrations in \S+billing-1\.jar and org\.example\.twin\.BillingMigrations in \S+twin-1\.jar/
assert duplicate.contains('-Amhc.module=NAME')
assert !new File(basedir, 'duplicate/shop.db').exists()

def start = { classifier, database ->
    def jar = new File(basedir, "application/target/application-1-${classifier}.jar")
    assert jar.file
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def process = new ProcessBuilder(java, '-cp', jar.path, 'org.example.application.Start', database).redirectErrorStream(true).start()
    def output = process.inputStream.text
    [process.waitFor(), output]
}
def migrated = new File(basedir, 'application/shop.db').path

def (lostExit, lost) = start('overwritten', migrated)
assert lostExit != 0
assert lost.contains('[ModuleMissing] The history has migrations of module billing, and this build has none of that module (it has: app).')
assert lost.contains('[ModuleMissing] The history has migrations of module stock')
assert lost.contains('META-INF/services/dev.mhc.migrations.MigrationRegistry; merge these files, do not overwrite them.')

def (keptExit, kept) = start('merged', migrated)
assert keptExit == 0: kept
assert kept.contains('applied 0')
def (freshExit, fresh) = start('merged', new File(basedir, 'fresh.db').path)
assert freshExit == 0: fresh
assert fresh.contains('applied 3')
return true
