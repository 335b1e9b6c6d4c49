# /pack: a server's own questions.

command-pack = Your server’s own trivia questions
command-pack-add = Add questions from a file: TOML, JSON, CSV, or a YAML list as Red has them
command-pack-list = Show this server’s packs
command-pack-show = Show a pack’s questions and answers
command-pack-remove = Delete a pack
option-pack-file = A file of up to 256 KB with up to 500 questions
option-pack-new-name = What the pack is called; without one, as the file
option-pack-name = Which pack

trivia-pack = Pack: { $pack }
topic-packs = Own questions
topic-packs-text = Servers can bring their own trivia questions in a file. Laurel checks every row and shows a preview first; /trivia start then asks them as a topic.

pack-preview = Preview: { $name }
pack-good = { $count ->
    [one] One question can be asked.
   *[other] { $count } questions can be asked.
}
pack-not-yet = Nothing counts yet: look it over, then use it.
pack-none-good = None of its questions can be asked. Correct the file and add it again.
pack-typed-only = { $count ->
    [one] One of them has no wrong options, so it comes in typed games only.
   *[other] { $count } of them have no wrong options, so they come in typed games only.
}
pack-use = Use this pack
pack-see-all = See every question
pack-discard = Discard
pack-faults = { $count ->
    [one] **One row is left out:**
   *[other] **{ $count } rows are left out:**
}
pack-fault = - Row { $row }: { $reason }
pack-more-faults = { $count ->
    [one] - and one more
   *[other] - and { $count } more
}
pack-fault-no-question = there is no question.
pack-fault-no-answer = there is no answer.
pack-fault-no-text = something that should be text is not.
pack-fault-twice = the same question stands above.
pack-fault-same-option = a wrong option reads like the answer or like another option.
pack-fault-no-address = the source is no web address; write https://…
pack-fault-many-answers = there are more than { $most } answers.
pack-fault-many-wrong = there are more than { $most } wrong options.
pack-fault-long-question = the question is longer than { $most } characters.
pack-fault-long-answer = an answer is longer than { $most } characters.
pack-fault-long-wrong = a wrong option is longer than { $most } characters.
pack-fault-long-after = the explanation is longer than { $most } characters.
pack-fault-long-source = the source is longer than { $most } characters.
pack-fault-too-many = a pack holds { $most } questions; this one is beyond.

pack-list = This server’s packs
pack-list-none = There are none yet. /pack add takes a file, shows what is in it, and waits for your word.
pack-list-intro = Up to { $most } packs. /trivia start asks one with the option topic.
pack-line = - **{ $name }**: { $count ->
    [one] one question
   *[other] { $count } questions
}, { $when }
pack-counts = { $count ->
    [one] One question, asked by /trivia start with the topic { $name }.
   *[other] { $count } questions, asked by /trivia start with the topic { $name }.
}
pack-answers = Answers: { $answers }
pack-wrong = Wrong options: { $options }
pack-back = All packs
pack-remove = Delete…
pack-remove-ask = { $count ->
    [one] Delete **{ $name }** with its one question? Games that run go on; this cannot be undone.
   *[other] Delete **{ $name }** with its { $count } questions? Games that run go on; this cannot be undone.
}
pack-remove-yes = Delete it

audit-pack-added = added a trivia pack
audit-pack-removed = deleted a trivia pack
kept-server-pack = { $count ->
    [one] One pack of the server’s own trivia questions
   *[other] { $count } packs of the server’s own trivia questions
}

error-no-questions = There are no such questions. Choose another topic or difficulty, or leave them open.
error-pack-gone = That pack is gone. /pack list shows those there are.
error-pack-name = A pack needs a name with letters or digits. Give it one with the option name.
error-pack-name-taken = “{ $name }” is one of Laurel’s own packs. Give yours another name.
error-pack-too-many = A server may have { $most } packs. Delete one with /pack remove first.
error-pack-too-large = A pack file may have up to { $most } KB. Split it into several packs.
error-pack-format = I can read files that end in .toml, .json, .csv, .yaml or .yml.
error-pack-encoding = The file is not UTF-8 text. Save it as UTF-8 and add it again.
error-pack-unreadable = The file cannot be read: { $why }. Correct it there and add it again.
error-pack-too-deep = The file has lists within lists within lists. Write each question as one row.
error-pack-alias = The file uses YAML anchors (& and *). Write those answers out.
error-pack-empty = There is no question in the file. data/README.md of Laurel shows how each format looks.
error-pack-not-received = Discord did not hand the file over. Try again in a minute.
