def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def (apply, onError, onInfo, onWarning, never, wrong, lifecycle, gone, html, named) = runs
def failed = { run -> (run =~ /on project (\S+): \[SchemaDiffers\]/).collect { it[1] } as Set }

assert runs.size() == 10
assert failed(onError) == ['error'] as Set
assert failed(onWarning) == ['error', 'warning'] as Set
assert failed(onInfo) == ['error', 'warning', 'info'] as Set
assert failed(never).empty

assert onError.contains('no difference')
assert onError =~ /error +notes\.author +\S.* +nothing +\S/
assert onError =~ /warning +notes\.content +/
assert onError =~ /info +notes\.remark +nothing +/
assert onError.contains('on project no-entities: [NoEntitySchema] No entity schema is on the run-time class path of no-entities')
assert never =~ /differs from .* in 1 place \(1 error\); none fails the build, since mhc\.failOn is never\./
assert wrong.contains('[BadChoice] mhc.failOn is "sometimes". Expected one of error, warning, info, never.')
assert lifecycle.contains('verify-schema-no-fork')
assert lifecycle.findAll(/compiler(-plugin)?:[\d.]+:compile /).size() == 1: 'the twin compiles nothing again'
assert lifecycle.contains('no difference')

def json = { path -> new groovy.json.JsonSlurper().parse(new File(basedir, path), 'UTF-8') }
def junit = { module ->
    javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
            .parse(new File(basedir, "$module/target/mhc-reports/TEST-mhc-verify-schema.xml")).documentElement
}
def cases = { suite, with ->
    def tests = suite.getElementsByTagName('testcase')
    (0..<tests.length).collect { tests.item(it) }
            .findAll { it.getElementsByTagName(with).length == 1 }.collect { it.getAttribute('name') }
}

// Written although the goal fails, in each module its own.
def failing = json('error/target/mhc-reports/verify-schema.json')
assert failing.format == 1 && failing.report == 'verify-schema' && failing.module == 'error'
assert failing.database == 'jdbc:sqlite:' + new File(basedir, 'error/shop.db').canonicalPath
assert failing.dialect.name == 'SQLite' && failing.dialect.version.startsWith('3.')
assert failing.result == 'failed' && failing.failOn == 'warning' && failing.counts == [error: 1, warning: 0, info: 0]
assert failing.entities == ['org.example.shop.Note'] && failing.tables == ['notes']
assert failing.differences.size() == 1
def difference = failing.differences[0]
assert difference.wayOut.startsWith('Add it: ')
assert difference.findAll { it.key != 'wayOut' && it.key != 'expected' } == [
        severity: 'error', code: 'MissingColumn', kind: 'column', table: 'notes', column: 'author', constraint: null,
        place: 'notes.author', found: 'nothing']
assert json('equal/target/mhc-reports/verify-schema.json').result == 'passed'
assert junit('error').getAttribute('failures') == '1' && cases(junit('error'), 'failure') == ['notes']
assert junit('equal').getAttribute('failures') == '0' && junit('equal').getAttribute('tests') == '1'
assert new File(basedir, 'error/target/mhc-reports/verify-schema.txt').text.contains('notes.author')
assert onWarning.contains('report    ' + new File(basedir, 'error/target/mhc-reports/verify-schema.json').canonicalPath)
assert ['equal', 'info', 'warning', 'error'].every { json("reports/$it/verify-schema.json").module == it }
assert gone.contains('[MissingDatabase]')
assert new File(basedir, 'warning/target/mhc-reports').list().sort() == [
        'TEST-mhc-verify-schema.xml', 'status.json', 'status.txt', 'verify-schema.json']
assert html.contains('[BadChoice] mhc.report is "html". Expected one of text, json, junit.')

assert named.contains('[IgnoredEntityTable] NOTES is to be ignored, and an entity maps table notes')
def ignoring = json('ignore/target/mhc-reports/verify-schema.json')
def theirs = "legacy_<größe> & 'x'".toString()
assert ignoring.result == 'passed' && ignoring.differences == []
assert ignoring.ignored.find { it.table == theirs } == [table: theirs, rule: 'pattern', by: 'legacy_*']
assert ignoring.ignored.find { it.table == 'search_data' } == [table: 'search_data', rule: 'virtual_table', by: 'search']
assert ignoring.unusedPatterns == ['nowhere']
assert cases(junit('ignore'), 'skipped').containsAll([theirs, 'search', 'search_data'])
assert onInfo.contains("ignored   $theirs  (pattern legacy_*)")
assert onInfo.contains('[WARNING] [IgnoreUnused] Nothing is ignored by nowhere')

def status = json('ignore/target/mhc-reports/status.json')
assert status.format == 1 && status.report == 'status' && status.counts.applied == 1 && status.counts.pending == 0
def migration = status.migrations[0]
assert migration.version == '20250101000000' && migration.module == 'app' && migration.state == 'applied'
assert migration.description == 'Create "<notes>" & what belongs to others'
assert java.time.Instant.parse(migration.appliedAt) <= java.time.Instant.now()
assert migration.durationMillis instanceof Integer
assert migration.appliedChecksum ==~ /[0-9a-f]{64}/ && migration.compiledChecksum == migration.appliedChecksum
return true
