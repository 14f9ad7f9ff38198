def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert runs.size() == 4
def (first, again, entity, deleted) = runs
def says = { run, message -> assert run.readLines().any { it.contains("on project completeness: $message") }: message }

assert first.contains('Applied 2 migrations in ')
assert again.contains('Nothing to do: 2 migrations applied.')
says entity, '[MissingEntity] The entity schema lacks org.example.shop.Tag, compiled in '
says deleted, '[NewerThanBuild] The database has migration 20250102000000 (Create notes), which is newer than all that this build has'
[entity, deleted].each {
    assert !it.contains('Nothing to do')
    assert !it.contains('Applied ')
}

def kept = []
new File(basedir, 'first').eachFileRecurse { if (it.file) kept << it.name }
assert kept.containsAll(['AppMigrations.class', 'AppMigrations.java', 'dev.mhc.migrations.MigrationRegistry'])
assert new File(basedir, 'same').exists(): 'two builds give the same bytes'
return true
