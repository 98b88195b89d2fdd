using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>A workshop whose database is restored from a copy, with a key ring by which rows are known again.</summary>
public abstract class RestoredWorkshop(ClubhouseDatabase database) : WorkshopTest(database)
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("gdprkit-keys-");

    protected override void Configure(GdprKitBuilder gdpr)
    {
        base.Configure(gdpr);
        var file = Path.Combine(_keys.FullName, "keys");
        if (!File.Exists(file))
        {
            FileKeyRing.Create(file, Clock);
        }

        gdpr.UseKeyRingFile(file);
    }

    protected Task<RestoreReport> ReplayAsync(IProgress<RestoringProgress>? progress = null) => HandleAsync<DatabaseRestores, RestoreReport>(restores => restores.ReplayAsync(Owner, progress, Token));

    protected Task<RestoreReport> RehearseAsync() => HandleAsync<DatabaseRestores, RestoreReport>(restores => restores.RehearseAsync(Token));

    protected Task<int> OverrideAsync() => HandleAsync<DatabaseRestores, int>(async restores =>
    {
        await restores.OverrideAsync(Owner, "the shop must open", Token);
        return 0;
    });

    protected Task<List<DatabaseRestore>> RestoresAsync() => HandleAsync<DatabaseRestores, List<DatabaseRestore>>(restores => restores.ListAsync(Token).ToListAsync(Token));

    protected Task<ProcessingDecision> DecideAsync(SubjectId person) => HandleAsync<ProcessingDecisions, ProcessingDecision>(decisions => decisions.DecideAsync(person, Orders, ProcessingUse.Ordinary with { IsStrict = true }, Token));

    protected Task<SubjectRef> LinkAsync(SubjectId person) => HandleAsync<ISubjectDirectory, SubjectRef>(subjects => subjects.LinkOneAsync(person, LedgerTime.Floor(Clock.GetCurrentInstant()), Token));

    protected async Task<ErasureOrder> ErasedAsync(SubjectId person)
    {
        var order = await OrderAsync(person);
        await RunAsync();
        await DoByHandAsync(order);
        await TellAsync(order);
        await PumpAsync();
        return order;
    }

    protected Task<SequencingResult> PumpAsync(bool withoutMirror = false) => withoutMirror
        ? HandleAsync<IServiceProvider, SequencingResult>(services => new LedgerSequencer(services.GetRequiredService<ILedgerStore>(), services.GetRequiredService<ILedgerLog>(), Clock).PumpAsync(Token))
        : HandleAsync<LedgerSequencer, SequencingResult>(sequencer => sequencer.PumpAsync(Token));

    protected Task<List<string?>> EmailsAsync() => WithAsync(context => context.Set<Client>().IgnoreQueryFilters().OrderBy(client => client.Id).Select(client => client.Email).ToListAsync(Token));

    protected Task<List<StreamHead>> HeadsAsync() => HandleAsync<IServiceProvider, List<StreamHead>>(async services =>
    {
        var heads = new List<StreamHead>();
        foreach (var fold in services.GetServices<StreamFold>())
        {
            heads.AddRange(await services.GetRequiredService<LedgerStreams>().ReadHeadsAsync(HeadFilter.Of(fold.Kind), Token).ToListAsync(Token));
        }

        return heads;
    });

    /// <summary>Nothing stands that the mirror does not hold, every head is that of its entries, and nobody waits.</summary>
    protected async Task ShouldBeSoundAsync()
    {
        await PumpAsync();
        (await HandleAsync<LedgerSequencer, MirrorStanding>(sequencer => sequencer.CompareAsync(Token))).State.Should().Be(MirrorState.Level);
        var report = await HandleAsync<LedgerVerification, VerificationReport>(verification => verification.VerifyAsync(cancellationToken: Token));
        report.Findings.Should().BeEmpty();
        (await HandleAsync<ILedgerMirror, List<InboxItem>>(mirror => mirror.ReadInboxAsync(Token).ToListAsync(Token))).Should().BeEmpty();
    }
}
