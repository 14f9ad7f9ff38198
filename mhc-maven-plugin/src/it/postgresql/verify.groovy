def server = context.get('server')
try {
    def log = new File(basedir, 'build.log').text
    def runs = log.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
    def url = context.get('url').jdbcUrl()
    def name = /localhost-\d+-shop\.\d{8}-\d{6}-\d{3}\.backup/
    def made = { run -> (run =~ /(?m)^\[INFO\] backup    ($name)  \d[\d.]* k?B?(?:bytes)? in [\d.]+ m?s$/).collect { it[1] } }
    assert runs.size() == 14
    def (created, applied, rolledBack, restored, without, refused, wrong, unreadable, missing, typed, environment) = runs
    def (file, unreachable, unwritable) = runs.drop(11)

    assert created.contains("Database $url")
    assert created.contains('applied  2025_01_01_000000  Create notes')
    assert made(created).isEmpty(): 'an empty database has nothing to back up'
    assert applied.contains('applied  2025_01_02_000000  Add color')
    assert applied.contains('2 migrations: 2 applied, 0 pending') || applied.contains('2 migrations: 2 applied')
    assert made(applied).size() == 1
    assert applied.indexOf('backup    ') < applied.indexOf('applied  2025_01_02_000000')

    def reports = new File(basedir, 'target/mhc-reports')
    def report = new groovy.json.JsonSlurper().parse(new File(reports, 'verify-schema.json'), 'UTF-8')
    assert report.database == url && report.dialect.name == 'PostgreSQL' && report.result == 'passed'
    def suite = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
            .parse(new File(reports, 'TEST-mhc-verify-schema.xml')).documentElement
    assert suite.getAttribute('failures') == '0' && suite.getAttribute('tests').toInteger() >= 1

    assert rolledBack.contains('drops column notes.color (0 values)')
    assert rolledBack.contains('rolled back  2025_01_02_000000')
    assert made(rolledBack).size() == 1
    assert rolledBack =~ /Backed up into \Q$basedir.canonicalPath\E\/mhc-backups\/$name /
    assert rolledBack =~ /To restore it: mvn mhc:restore -Dmhc\.url=\Q$url\E -Dmhc\.backup\.file=$name/

    assert restored =~ /The newest of 3 backups is restored/
    assert restored =~ /Restored \Q$basedir.canonicalPath\E\/mhc-backups\/$name\./
    assert restored =~ /2025_01_02_000000  Add color +pending/
    assert made(restored).size() == 1: 'what there was before'

    assert without.contains('[WARNING] No backup is made. [MissingTool]')
    assert without.contains('rolled back  2025_01_01_000000')
    assert refused.contains('[MissingTool]')
    assert !refused.contains('applied  2025')

    assert wrong.contains('[ConnectionFailed]') && wrong.contains('password authentication failed for user "scott"')
    assert wrong.contains('The credentials came from server wrong of settings.xml.')
    assert unreadable.contains('[UnreadablePassword]')
    assert missing.contains('[MissingServer]') && missing.contains('it has: shop, wrong')
    assert typed.contains('[PasswordParameter]')
    assert environment.contains('2 migrations: 2 pending') || environment.contains('2 pending')
    assert file.contains('2 pending') && file.contains('MHC_PASSWORD_FILE')
    assert unreachable.contains('[ConnectionFailed]') && unreachable.contains('See that the server runs')
    assert unwritable.contains('[BackupFailed]') && unwritable.contains('pom.xml/folder')

    def password = dev.mhc.migrations.maven.PasswordServer.PASSWORD
    def encrypted = (new File(basedir, '../../../src/it/settings.xml').text =~ /<password>\{(.*)\}</)[0][1]
    def secrets = [password, URLEncoder.encode(password, 'UTF-8'), password.bytes.encodeBase64().toString(),
                   password.replace('\\', '\\\\'), 'wr0ng-secret', encrypted]
    secrets.each { secret -> assert !runs.any { it.contains(secret) }: "the log shows $secret" }
    reports.eachFile { written -> secrets.each { assert !written.text.contains(it) } }
    assert log.contains('-- end configuration --'): 'runs with -X print the configuration of a goal'

    assert server.asScott(context.get('url'), "SELECT to_regclass('public.notes')") == 'null'
} finally {
    server.close()
}
return true
