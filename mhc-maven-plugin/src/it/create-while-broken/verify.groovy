def log = new File(basedir, 'build.log').text
def created = new File(basedir, 'src/main/java/org/example/M99991231235959AddEmailToUsers.java')

assert created.exists(): 'in the package of the other migrations, and after them'
assert log.contains("Created ${created.canonicalPath}")
assert log.contains('COMPILATION ERROR'): 'the project was broken all the time'
return true
