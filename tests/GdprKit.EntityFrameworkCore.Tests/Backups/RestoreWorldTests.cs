using System.Globalization;
using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>
/// Random histories, a backup at a random moment, and a restore: after the replay every head and the application's rows are those of the database that was never restored. How many histories there are says
/// <c>GDPRKIT_RESTORES</c>.
/// </summary>
public abstract class RestoreWorldTests(ClubhouseDatabase database) : WorkshopTest(database)
{
    private const int People = 4;

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("gdprkit-keys-");

    public static TheoryData<int> Histories =>
        [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_RESTORES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 6)];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task After_a_replay_all_is_as_if_nobody_had_restored_anything(int seed)
    {
        await PutAsync(People);
        await LiveAsync(new Random(seed), seed);
    }

    protected override void Configure(GdprKitBuilder gdpr)
    {
        base.Configure(gdpr);
        var file = Path.Combine(_keys.FullName, "keys");
        FileKeyRing.Create(file, Clock);
        gdpr.UseKeyRingFile(file);
    }

    private async Task LiveAsync(Random random, int seed)
    {
        // The ledger has begun: a copy from before it that is put in order by itself begins another one.
        await HandleAsync<Objections, Objection>(objections => objections.ObjectAsync(First, ShopKeys.Newsletter, cancellationToken: Token));
        await PumpAsync();
        await ActAsync(random, random.Next(2, 8));
        var backup = await BackUpAsync();
        await ActAsync(random, random.Next(1, 10));
        await NextDayAsync();
        var (heads, rows) = (await HeadsAsync(), await RowsAsync());

        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        var isWrittenTo = random.Next(3) == 0;
        if (isWrittenTo)
        {
            // Before anybody noticed; sometimes put in order as well.
            await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(Person(random), cancellationToken: Token));
            if (random.Next(2) == 0)
            {
                await HandleAsync<IServiceProvider, SequencingResult>(services => new LedgerSequencer(services.GetRequiredService<ILedgerStore>(), services.GetRequiredService<ILedgerLog>(), Clock).PumpAsync(Token));
            }
        }

        var report = await HandleAsync<DatabaseRestores, RestoreReport>(restores => restores.ReplayAsync(Owner, cancellationToken: Token));
        await NextDayAsync();

        report.IsFinished.Should().BeTrue($"of history {seed}");
        report.NeedingAttention.Where(finding => finding.Kind is not RestoreFindingKind.PeopleUnknown).Should().BeEmpty($"of history {seed}");
        if (!isWrittenTo)
        {
            (await HeadsAsync()).Should().Equal(heads, $"these are the heads of history {seed}");
        }

        (await RowsAsync()).Should().Equal(rows, $"these are the rows of history {seed}");
        (await HandleAsync<LedgerSequencer, MirrorStanding>(sequencer => sequencer.CompareAsync(Token))).State.Should().Be(MirrorState.Level);
        (await HandleAsync<LedgerVerification, VerificationReport>(verification => verification.VerifyAsync(cancellationToken: Token))).Findings.Should().BeEmpty($"of history {seed}");
    }

    private async Task ActAsync(Random random, int acts)
    {
        for (var i = 0; i < acts; i++)
        {
            Clock.AdvanceSeconds(random.Next(1, 100));
            var person = Person(random);
            switch (random.Next(8))
            {
                case 0:
                    await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(person, cancellationToken: Token));
                    break;
                case 1 when await HandleAsync<Objections, Objection?>(objections => objections.FindAsync(person, cancellationToken: Token)) is { Status: ObjectionStatus.Raised }:
                    await HandleAsync<Objections, Objection>(objections => objections.WithdrawMarketingObjectionAsync(person, cancellationToken: Token));
                    break;
                case 2:
                    await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(person, RestrictionGround.AccuracyContested, cancellationToken: Token));
                    break;
                case 3:
                    await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.LiftAsync(person, RestrictionGround.AccuracyContested, Clock.GetCurrentInstant(), cancellationToken: Token));
                    break;
                case 4:
                    await HandleAsync<ISubjectDirectory, SubjectRef>(subjects => subjects.LinkOneAsync(person, LedgerTime.Floor(Clock.GetCurrentInstant()), Token));
                    break;
                case 5:
                    await PumpAsync();
                    break;
                case 6:
                    await HandleAsync<Erasures, ErasureOrder>(erasures => erasures.OrderAsync(person, Owner, cancellationToken: Token));
                    break;
                default:
                    await RunAsync();
                    break;
            }
        }

        // What is ordered is carried out, so that both sides have come equally far.
        Clock.AdvanceMinutes(1);
        await RunAsync();
    }

    // What was protected for a time goes on the day after, on both sides.
    private async Task NextDayAsync()
    {
        Clock.AdvanceDays(1);
        await RunAsync();
        await PumpAsync();
    }

    private static SubjectId Person(Random random) => SubjectId.Of(ShopKeys.Customers, random.Next(1, People + 1));

    private Task<SequencingResult> PumpAsync() => HandleAsync<LedgerSequencer, SequencingResult>(sequencer => sequencer.PumpAsync(Token));

    private Task<List<string>> HeadsAsync() => HandleAsync<IServiceProvider, List<string>>(async services =>
    {
        var heads = new List<string>();
        foreach (var fold in services.GetServices<StreamFold>().Where(fold => fold.Kind != ErasureOrder.Fold.Kind && fold.Kind != DatabaseRestore.Fold.Kind))
        {
            heads.AddRange(await services.GetRequiredService<LedgerStreams>().ReadHeadsAsync(HeadFilter.Of(fold.Kind), Token)
                .Select(head => $"{head.Stream.Kind} {head.Stream.Subject} {head.Stream.Key} {head.Version} {head.RecordedAt} {head.Index} {Convert.ToBase64String(head.State.AsSpan())}").ToListAsync(Token));
        }

        return heads;
    });

    private Task<List<string>> RowsAsync() => WithAsync(async context =>
    {
        var rows = await context.Set<Client>().IgnoreQueryFilters().AsNoTracking().OrderBy(client => client.Id).Select(client => $"client {client.Id} {client.Name} {client.Email}").ToListAsync(Token);
        rows.AddRange(await context.Set<Bill>().AsNoTracking().OrderBy(bill => bill.Id).Select(bill => $"bill {bill.Id} {bill.ClientId} {bill.Work}").ToListAsync(Token));
        rows.AddRange(await context.Set<Wish>().AsNoTracking().OrderBy(wish => wish.Id).Select(wish => $"wish {wish.Id} {wish.ClientId} {wish.Text}").ToListAsync(Token));
        rows.AddRange(await context.Set<Chat>().AsNoTracking().OrderBy(chat => chat.Id).Select(chat => $"chat {chat.Id} {chat.SenderId} {chat.ReceiverId} {chat.SenderPhone} {chat.Text}").ToListAsync(Token));
        return rows;
    });
}
