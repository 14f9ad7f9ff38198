def runs = new File(basedir, 'build.log').text.split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
def (apply, onError, onWarning, onInfo, never, wrong, lifecycle) = runs
def failed = { run -> (run =~ /on project (\S+): \[SchemaDiffers\]/).collect { it[1] } as Set }

assert runs.size() == 7
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
return true
