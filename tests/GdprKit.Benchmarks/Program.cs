using System.CommandLine;
using GdprKit.Benchmarks.Consent;
using GdprKit.Benchmarks.Decisions;
using GdprKit.Benchmarks.Keys;
using GdprKit.Benchmarks.Ledger;
using GdprKit.Benchmarks.Linking;
using GdprKit.Benchmarks.Mail;
using GdprKit.Benchmarks.Measuring;
using GdprKit.Benchmarks.Mirror;
using GdprKit.Benchmarks.Notices;
using GdprKit.Benchmarks.Requests;
using GdprKit.Benchmarks.Restores;
using GdprKit.Benchmarks.Retention;
using GdprKit.Benchmarks.StartUp;

var rows = new Option<int>("--rows") { Description = "How many people.", DefaultValueFactory = _ => 1_000_000 };
var repeats = new Option<int>("--repeat") { Description = "How often each statement runs.", DefaultValueFactory = _ => 5 };
var databases = new Option<string[]>("--database") { Description = "sqlite, postgresql, or both.", DefaultValueFactory = _ => ["sqlite", "postgresql"], AllowMultipleArgumentsPerToken = true };
var explain = new Option<bool>("--explain") { Description = "Shows the plans of the hand-written statements and of GdprKit's." };

var preview = new Command("preview", "Counting what is due, against hand-written COUNTs.") { rows, repeats, databases, explain };
preview.SetAction(async (arguments, cancellationToken) => await PreviewBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), new Rounds(arguments.GetValue(repeats)), arguments.GetValue(explain), cancellationToken) ? 0 : 1);

var sweep = new Command("sweep", "Deleting and emptying what is past its period, against the hand-written batches.") { rows, repeats, databases, explain };
sweep.SetAction(async (arguments, cancellationToken) => await SweepBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), new Rounds(arguments.GetValue(repeats)), arguments.GetValue(explain), cancellationToken) ? 0 : 1);

var appends = new Option<int>("--appends") { Description = "How many appends, and look-ups, are measured at a time.", DefaultValueFactory = _ => 2_000 };
var ledger = new Command("ledger", "Appending, looking up and counting, against the hand-written statements.") { rows, appends, repeats, databases };
ledger.SetAction(async (arguments, cancellationToken) => await LedgerBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), arguments.GetValue(appends), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var order = new Command("order", "Putting entries in order, appending beside it, and verifying the ledger.") { rows, appends, repeats, databases };
order.SetAction(async (arguments, cancellationToken) => await OrderBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), arguments.GetValue(appends), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var interrupted = new Option<bool>("--interrupted") { Description = "Interrupts GdprKit half-way, and goes on." };
var link = new Command("link", "Giving everybody a ref, against one INSERT ... SELECT.") { rows, interrupted, repeats, databases };
link.SetAction(async (arguments, cancellationToken) => await LinkBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), arguments.GetValue(interrupted), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var asked = new Option<int>("--decisions") { Description = "How many decisions are measured at a time.", DefaultValueFactory = _ => 5_000 };
var decisions = new Command("decisions", "Deciding whether data may be processed, against a prepared look-up.") { rows, asked, repeats, databases };
decisions.SetAction(async (arguments, cancellationToken) => await DecisionBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), arguments.GetValue(asked), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var audience = new Command("audience", "Choosing whom a mailing may go to, against the hand-written join.") { rows, repeats, databases, explain };
audience.SetAction(async (arguments, cancellationToken) => await AudienceBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), new Rounds(arguments.GetValue(repeats)), arguments.GetValue(explain), cancellationToken) ? 0 : 1);

var claims = new Option<int>("--claims") { Description = "How many deliveries are claimed at a time.", DefaultValueFactory = _ => 10_000 };
var notice = new Command("notice", "Opening a campaign, claiming deliveries and reporting, against the hand-written statements.") { rows, claims, repeats, databases, explain };
notice.SetAction(async (arguments, cancellationToken) => await NoticeBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), arguments.GetValue(claims), new Rounds(arguments.GetValue(repeats)), arguments.GetValue(explain), cancellationToken) ? 0 : 1);

var mails = new Option<int>("--mails") { Description = "How many mails.", DefaultValueFactory = _ => 2_000 };
var connections = new Option<int>("--connections") { Description = "Over how many connections.", DefaultValueFactory = _ => 4 };
var mail = new Command("mail", "Handing mails to a mail server, against a bare loop of MailKit.") { mails, connections, repeats };
mail.SetAction(async (arguments, cancellationToken) => await MailBenchmark.RunAsync(
    arguments.GetValue(mails), arguments.GetValue(connections), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var batches = new Option<int>("--batches") { Description = "How many batches of 1,000 entries are appended at a time.", DefaultValueFactory = _ => 50 };
var mirror = new Command("mirror", "Appending to a mirror in files, against writing and flushing the same bytes, and reading a large one.") { rows, batches, repeats };
mirror.SetAction(async (arguments, cancellationToken) => await MirrorBenchmark.RunAsync(
    arguments.GetValue(rows), arguments.GetValue(batches), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var records = new Option<int>("--records") { Description = "How many consents are recorded one by one at a time.", DefaultValueFactory = _ => 2_000 };
var imported = new Option<int>("--imported") { Description = "How many consents are imported at a time.", DefaultValueFactory = _ => 100_000 };
var consent = new Command("consent", "Recording and importing consents, against the hand-written statements.") { records, imported, repeats, databases };
consent.SetAction(async (arguments, cancellationToken) => await ConsentBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(records), arguments.GetValue(imported), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var tags = new Command("tags", "Making and finding match tags, against a reused HMAC.") { rows, repeats };
tags.SetAction(async (arguments, cancellationToken) => await TagBenchmark.RunAsync(
    arguments.GetValue(rows), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var held = new Option<int>("--held") { Description = "How many rows one person has.", DefaultValueFactory = _ => 100_000 };
var export = new Command("export", "Exporting a person with many rows, against reading the same rows.") { held, repeats, databases };
export.SetAction(async (arguments, cancellationToken) => await ExportBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(held), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var erasures = new Option<int>("--erasures") { Description = "How many of the people were erased after the copy was made.", DefaultValueFactory = _ => 1_000 };
var restore = new Command("restore", "Noticing that an older copy was restored, and erasing again who was erased since, against the hand-written batch.") { rows, erasures, repeats, databases };
restore.SetAction(async (arguments, cancellationToken) => await RestoreBenchmark.RunAsync(
    arguments.GetValue(databases)!, arguments.GetValue(rows), arguments.GetValue(erasures), new Rounds(arguments.GetValue(repeats)), cancellationToken) ? 0 : 1);

var entities = new Option<int>("--entities") { Description = "How many entities the model has.", DefaultValueFactory = _ => 200 };
var areas = new Option<bool>("--areas") { Description = "Tells of which code the methods are that are compiled." };
var startUp = new Command("start-up", "Starting a host with GdprKit and without it.") { entities, repeats, areas };
startUp.SetAction((arguments, cancellationToken) => StartUpBenchmark.RunAsync(
    arguments.GetValue(entities), arguments.GetValue(repeats), arguments.GetValue(areas), cancellationToken));

var with = new Option<bool>("--with") { Description = "Whether with GdprKit." };
var startOnce = new Command("start-once", "One start, for the command start-up.") { entities, with, areas };
startOnce.Hidden = true;
startOnce.SetAction((arguments, cancellationToken) => StartUpBenchmark.StartOnceAsync(
    arguments.GetValue(entities), arguments.GetValue(with), arguments.GetValue(areas), cancellationToken));

return await new RootCommand("Speeds of GdprKit as ratios against what an expert would write by hand, in the same run.") { preview, sweep, ledger, order, link, decisions, audience, notice, mail, mirror, consent, tags, export, restore, startUp, startOnce }
    .Parse(args).InvokeAsync();
