using System.Text;
using GdprKit.EntityFrameworkCore.Ledger.Enforcement;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>After an erasure the values of the person are found in no file: not in the database, the mirror, the log or an export. What must stay is, until its day.</summary>
public abstract class RemnantTests(ClubhouseDatabase database) : WorkshopTest(database)
{
    // So many that pages of the file are split, which leaves copies behind.
    private const int Clients = 400;

    private readonly HeardMessages _log = new();

    /// <summary>All files in which the database keeps what is in its tables, after it was told to write them down.</summary>
    protected abstract Task<IReadOnlyList<string>> ReadFilesAsync();

    protected override void Configure(GdprKitBuilder gdpr)
    {
        base.Configure(gdpr);
        gdpr.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
    }

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_file()
    {
        await PutClientsAsync();
        string[] erased = [Mark("email", 1), Mark("wish", 1), Mark("chat", 1)], kept = [Mark("name", 1), Mark("work", 1)], words = [Mark("words", 1)], others = [Mark("email", 2), Mark("name", 2), Mark("wish", 2)];
        var order = await AskAndOrderAsync();
        await ShouldHoldAsync([.. erased, .. kept, .. words, .. others], [], "before it");
        var asked = (await PersonalDataExportAsync()).Data.GetRawText();
        asked.Should().ContainAll(Mark("email", 1), Mark("wish", 1), Mark("name", 1));

        await RunAsync();

        await ShouldHoldAsync([.. kept, .. words, .. others], erased, "after it");
        (await PersonalDataExportAsync()).Data.GetRawText().Should().NotContainAny(erased).And.ContainAll(kept);
        await DoByHandAsync(order);
        await TellAsync(order);
        Clock.Reset(Instant.FromUtc(2034, 1, 1, 9, 0));
        await RunAsync();
        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Completed);
        await HandleAsync<MirrorExpiry, long>(mirror => mirror.ForgetAsync(Token));

        await ShouldHoldAsync(others, [.. erased, .. kept, .. words], "when it is done");
        Directory.GetFiles(MirrorFolder, "*", SearchOption.AllDirectories).Select(Read).Should().NotBeEmpty().And.OnlyContain(file => !file.Contains("canary", StringComparison.Ordinal));
        _log.All.Should().NotBeEmpty().And.OnlyContain(line => !line.Contains("canary", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nor_is_it_once_an_older_copy_was_restored_and_replayed()
    {
        await PutClientsAsync();
        string[] erased = [Mark("email", 1), Mark("wish", 1), Mark("chat", 1)], others = [Mark("email", 2), Mark("name", 2), Mark("wish", 2), Mark("name", 1)];
        await HandleAsync<ISubjectDirectory, SubjectRef>(subjects => subjects.LinkOneAsync(First, LedgerTime.Floor(Clock.GetCurrentInstant()), Token));
        var backup = await BackUpAsync();
        await AskAndOrderAsync();
        await RunAsync();
        await HandleAsync<LedgerSequencer, SequencingResult>(sequencer => sequencer.PumpAsync(Token));
        await ShouldHoldAsync(others, erased, "after it");

        await RestoreAsync(backup);
        await ShouldHoldAsync([.. erased, .. others], [], "with the backup");
        var report = await HandleAsync<DatabaseRestores, RestoreReport>(restores => restores.ReplayAsync(Owner, cancellationToken: Token));

        report.CountOf(RestoreFindingKind.ErasureRepeated).Should().Be(1);
        await ShouldHoldAsync(others, erased, "after the replay");
        Directory.GetFiles(MirrorFolder, "*", SearchOption.AllDirectories).Select(Read).Should().NotBeEmpty().And.OnlyContain(file => !erased.Any(mark => file.Contains(mark, StringComparison.Ordinal)));
        _log.All.Should().NotBeEmpty().And.OnlyContain(line => !line.Contains("canary", StringComparison.Ordinal));
    }

    /// <summary>A value that is found nowhere by chance.</summary>
    private static string Mark(string what, int client) => $"canary-{what}-{client:0000}-of-the-workshop";

    protected static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private async Task ShouldHoldAsync(string[] there, string[] gone, string when)
    {
        var files = await ReadFilesAsync();
        there.Where(mark => !files.Any(file => file.Contains(mark, StringComparison.Ordinal))).Should().BeEmpty("it is there {0}", when);
        gone.Where(mark => files.Any(file => file.Contains(mark, StringComparison.Ordinal))).Should().BeEmpty("it is gone {0}", when);
    }

    private async Task<ErasureOrder> AskAndOrderAsync()
    {
        var request = await HandleAsync<RightsRequests, EntryId>(requests => requests.ReceiveAsync(
            new() { Kind = RightsRequestKind.Erasure, Through = RightsRequestChannel.PrivacyCentre, From = RightsRequestOrigin.Account, Words = Mark("words", 1) }, First, cancellationToken: Token));
        await HandleAsync<RightsRequests, RightsRequest>(requests => requests.AcceptAsync(request, Owner, cancellationToken: Token));
        return await HandleAsync<Erasures, ErasureOrder>(erasures => erasures.OrderForAsync(request, Owner, cancellationToken: Token));
    }

    private Task<Archive> PersonalDataExportAsync() => HandleAsync<PersonalDataExports, Archive>(async exports =>
        await Archive.MakeAsync(exports, First, new PersonalDataExportOrder { Right = RightsRequestKind.Access, Language = Language.English }));

    private Task<int> PutClientsAsync() => WithAsync(async context =>
    {
        for (var id = 1; id <= Clients; id++)
        {
            context.Add(new Client { Id = id, Name = Mark("name", id), Email = Mark("email", id), SignedUpAt = new DateTime(2024, 1, 1, 12, 0, 0, DateTimeKind.Utc) });
            context.Add(new Bill { ClientId = id, Work = Mark("work", id), BilledOn = new DateOnly(2026, 3, 1) });
            context.Add(new Wish { ClientId = id, Text = Mark("wish", id), WishedOn = new DateOnly(2026, 10, 1) });
            context.Add(new Chat { SenderId = id, Text = Mark("chat", id), SenderPhone = Mark("phone", id) });
            await context.SaveChangesAsync(Token);
            context.ChangeTracker.Clear();
        }

        return Clients;
    });
}
