def log = new File(basedir, 'build.log').text

assert log.contains('[BadName] The name "../../outside" has a character that is not allowed.')
assert log.contains('[MissingName] No name is given.')
assert log.contains('[BadDescription] The description has a control character.')
assert log.contains('mhc.skip is set: nothing is done.')
assert !log.contains('Caused by:')
assert !new File(basedir, 'src').exists()
assert !new File(basedir.parentFile, 'outside.java').exists()
return true
