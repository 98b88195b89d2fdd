using System.Globalization;
using GdprKit.Crash;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

Orphan.EndWithParent();
if (args[0] == "send")
{
    var (port, minutes, patience) = (int.Parse(args[4], CultureInfo.InvariantCulture), int.Parse(args[5], CultureInfo.InvariantCulture), int.Parse(args[6], CultureInfo.InvariantCulture));
    await using var told = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    await new Sender(args[1], args[2], args[3], port).RunAsync(minutes, patience, told);
    return 0;
}

if (args[0] == "mirror")
{
    await using var heard = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    await new Mirrorer(args[1], int.Parse(args[2], CultureInfo.InvariantCulture)).RunAsync(heard);
    return 4;
}

if (args[0] == "order")
{
    var (minutes, choices) = (int.Parse(args[4], CultureInfo.InvariantCulture), int.Parse(args[5], CultureInfo.InvariantCulture));
    await using var said = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    await new Orderer(args[1], args[2], args[3]).RunAsync(minutes, choices, said);
    return 4;
}

if (args[0] is "clean" or "restore")
{
    var (club, started) = (new ClubHost(args[1], args[2], args[3]), int.Parse(args[4], CultureInfo.InvariantCulture));
    await using var listened = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
    await (args[0] == "clean" ? new Cleaner(club).RunAsync(started, listened) : new Restorer(club).RunAsync(started, listened));
    return 0;
}

// A host that writes customers and what is remembered of them until it is killed. Says beforehand what it will write, and what is written
// after the commit, a line each: `begin 3 ann=2 bob=1`, `done 3`.
var (database, connectionString, seed) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));

var services = new ServiceCollection()
    // After a restart it goes back, as clocks do.
    .AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 26, 9, 30), Duration.FromMilliseconds(1)))
    .AddDbContext<CrashContext>(options => CrashContext.Use(options, database, connectionString));
services.AddGdprKit().UseEntityFrameworkCore<CrashContext>();
await using var provider = services.BuildServiceProvider();
await using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };

await using (var scope = provider.CreateAsyncScope())
{
    var context = scope.ServiceProvider.GetRequiredService<CrashContext>();
    if (database == "sqlite")
    {
        // What is acknowledged must be on the disk: 2 is FULL.
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        if (await command.ExecuteScalarAsync() is not 2L)
        {
            return 2;
        }
    }

    await output.WriteLineAsync("ready");
}

var random = new Random(seed);
for (var number = 0; ; number++)
{
    await using var scope = provider.CreateAsyncScope();
    var work = new Work(scope.ServiceProvider.GetRequiredService<CrashContext>(), random, $"{seed}-{number}");
    await output.WriteLineAsync($"begin {number} {await work.PlanAsync()}");
    await work.DoAsync();
    await output.WriteLineAsync($"done {number}");
}
