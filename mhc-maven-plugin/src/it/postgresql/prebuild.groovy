// A real server that asks for the password, of the machine's tools' version.
def server = dev.mhc.migrations.maven.PasswordServer.start()
context.put('server', server)
def url = server.create('shop')
context.put('url', url)
new File(basedir, 'test.properties').text = "mhc.url=${url.jdbcUrl()}\n"
new File(basedir, 'password.txt').text = dev.mhc.migrations.maven.PasswordServer.PASSWORD + '\n'
return true
