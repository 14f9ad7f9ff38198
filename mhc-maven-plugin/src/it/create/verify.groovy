def log = new File(basedir, 'build.log').text
def folder = new File(basedir, 'src/main/java/org/example/shop/migrations')
def files = folder.listFiles().sort { it.name }

assert files*.name.every { it ==~ /M\d{14}[A-Z]\w+\.java/ }
assert files*.name*.replaceAll(/M\d+(\w+)\.java/, '$1') == ['CreateUsers', 'AddIsVerifiedToUsers', 'DropScoreFromMemories']
assert (files*.name*.substring(1, 15) as Set).size() == 3: 'each has a version of its own'
files.each { assert log.contains("Created ${it.canonicalPath}") }
assert files[1].text.contains('description = "Say \\"verified\\" at last, */ and all"')
files.each {
    def name = it.name.replace('.java', '.class')
    assert new File(basedir, "target/classes/org/example/shop/migrations/$name").exists()
}
assert !new File(basedir, 'target/classes/org/example/shop/migrations').list().any { it.endsWith('.tmp') }
assert folder.list().size() == 3
return true
