def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def (first, again, entity, complete, stale, deleted) = runs
def says = { run, message -> assert run.readLines().any { it.contains("on project completeness: $message") }: message }

assert runs.size() == 6
assert first.contains('Applied 2 migrations in ')
assert again.contains('Nothing to do: 2 migrations applied.')
says entity, '[MissingEntity] The entity schema lacks org.example.shop.Tag, compiled in '
assert complete.contains('Nothing to do: 2 migrations applied.')
says stale, '[StaleRegistry] The registry of module app lists org.example.shop.M20250102000000CreateNotes, which is not in '
assert deleted.contains('2025_01_02_000000')
[entity, stale, deleted].each {
    assert !it.contains('Nothing to do')
    assert !it.contains('Applied ')
}

def kept = []
new File(basedir, 'first').eachFileRecurse { if (it.file) kept << it.name }
assert kept.containsAll(['AppMigrations.class', 'AppMigrations.java', 'dev.mhc.migrations.MigrationRegistry'])
return new File(basedir, 'same').exists()
