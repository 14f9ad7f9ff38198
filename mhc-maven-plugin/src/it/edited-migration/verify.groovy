def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def (first, edited, reformatted, utf16) = runs
def source = new File(basedir, 'src/main/java/org/example/shop/M20250101000000CreateUsers.java')

assert runs.size() == 4
assert first =~ /applied  2025_01_01_000000  Create users  \d+ ms/

assert edited =~ /\[ChangedAfterApply\] Migration 20250101000000 \(Create users\)/
assert !edited.contains('Create notes')
assert new File(basedir, 'after.db').bytes == new File(basedir, 'before.db').bytes

assert reformatted.contains('Nothing to do: 1 migration applied.')

assert source.bytes[0..1] == [(byte) 0xFE, (byte) 0xFF]: 'a byte order mark'
assert source.getText('UTF-16').contains('/* Gr\u00f6\u00dfe */ . createTable("users", t -> {\r\n')
assert utf16.contains('Nothing to do: 1 migration applied.')
return true
