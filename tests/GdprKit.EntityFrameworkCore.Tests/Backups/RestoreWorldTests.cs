using System.Globalization;
using GdprKit.EntityFrameworkCore.Requests;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>
/// Random histories, a backup at a random moment, and a restore: after the replay every head and the application's rows are those of the database that was never restored. How many histories there are says
/// <c>GDPRKIT_RESTORES</c>.
/// </summary>
public abstract class RestoreWorldTests(ClubhouseDatabase database) : RestoredWorkshop(database)
{
    private const int People = 4;

    public static TheoryData<int> Histories =>
        [.. Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_RESTORES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 6)];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task After_a_replay_all_is_as_if_nobody_had_restored_anything(int seed)
    {
        await PutAsync(People);
        await LiveAsync(new Random(seed), seed);
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
        var (heads, rows, linked) = (await WrittenHeadsAsync(), await RowsAsync(), await LinkedAsync());

        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        var isWrittenTo = random.Next(3) == 0;
        if (isWrittenTo)
        {
            // Before anybody noticed; sometimes put in order as well.
            await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(Person(random), cancellationToken: Token));
            if (random.Next(2) == 0)
            {
                await PumpAsync(withoutMirror: true);
            }
        }

        var report = await ReplayAsync();
        await NextDayAsync();

        report.IsFinished.Should().BeTrue($"of history {seed}");
        report.NeedingAttention.Where(finding => finding.Kind is not (RestoreFindingKind.PeopleUnknown or RestoreFindingKind.ErasureProtected)).Should().BeEmpty($"of history {seed}");
        if (!isWrittenTo)
        {
            (await WrittenHeadsAsync()).Should().Equal(heads, $"these are the heads of history {seed}");
        }

        await ShouldHaveAsync(rows, report, linked, seed);
        (await HandleAsync<LedgerSequencer, MirrorStanding>(sequencer => sequencer.CompareAsync(Token))).State.Should().Be(MirrorState.Level);
        (await HandleAsync<LedgerVerification, VerificationReport>(verification => verification.VerifyAsync(cancellationToken: Token))).Findings.Should().BeEmpty($"of history {seed}");
    }

    // But for what the report tells: rows that somebody shares to whom nothing leads any more, and rows that something protects by now, which go as soon as it does not.
    private async Task ShouldHaveAsync(List<(ValueList<int> Of, string Text)> rows, RestoreReport report, Dictionary<SubjectRef, int> linked, int seed)
    {
        var now = await LinkedAsync();
        var unknown = report.CountOf(RestoreFindingKind.PeopleUnknown) == 0 ? [] : linked.Where(person => !now.ContainsKey(person.Key)).Select(person => person.Value).ToHashSet();
        var orders = report.Findings.Where(finding => finding.Kind is RestoreFindingKind.ErasureProtected).SelectMany(finding => finding.Ids).ToHashSet();
        var shielded = (await HeadsAsync()).Where(head => head.Stream.Kind == ErasureOrder.Fold.Kind && orders.Contains(EntryId.Parse(head.Stream.Key.ToString())))
            .Select(head => now[head.Stream.Subject]).ToHashSet();

        (await RowsAsync()).Where(IsAsItWas).Should().Equal(rows.Where(IsAsItWas), $"these are the rows of history {seed}");
        foreach (var person in shielded)
        {
            await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.LiftAsync(SubjectId.Of(ShopKeys.Customers, person), RestrictionGround.AccuracyContested, Clock.GetCurrentInstant(), cancellationToken: Token));
        }

        await NextDayAsync();
        (await RowsAsync()).Where(IsTheirs).Should().Equal(rows.Where(IsTheirs), $"nothing protects them any more in history {seed}");

        bool IsAsItWas((ValueList<int> Of, string Text) row) => !row.Of.Any(shielded.Contains) && (row.Of.Count == 1 || !row.Of.Any(unknown.Contains));
        bool IsTheirs((ValueList<int> Of, string Text) row) => row.Of.All(shielded.Contains);
    }

    private Task<Dictionary<SubjectRef, int>> LinkedAsync() => HandleAsync<ISubjectDirectory, Dictionary<SubjectRef, int>>(async subjects =>
    {
        var people = Enumerable.Range(1, People).ToDictionary(number => SubjectId.Of(ShopKeys.Customers, number));
        return (await subjects.FindBySubjectAsync(people.Keys.ToValueList(), Token)).ToDictionary(link => link.Ref, link => people[link.Subject]);
    });

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
                    await LinkAsync(person);
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

    private async Task<List<string>> WrittenHeadsAsync() =>
        [.. from head in await HeadsAsync()
            where head.Stream.Kind != ErasureOrder.Fold.Kind && head.Stream.Kind != DatabaseRestore.Fold.Kind
            select $"{head.Stream.Kind} {head.Stream.Subject} {head.Stream.Key} {head.Version} {head.RecordedAt} {head.Index} {Convert.ToBase64String(head.State.AsSpan())}"];

    // Whose they are, and what stands in them.
    private Task<List<(ValueList<int> Of, string Text)>> RowsAsync() => WithAsync(async context =>
    {
        var rows = new List<(ValueList<int> Of, string Text)>();
        rows.AddRange((await context.Set<Client>().IgnoreQueryFilters().AsNoTracking().OrderBy(client => client.Id).ToListAsync(Token)).Select(client => (Of(client.Id), $"client {client.Id} {client.Name} {client.Email}")));
        rows.AddRange((await context.Set<Bill>().AsNoTracking().OrderBy(bill => bill.Id).ToListAsync(Token)).Select(bill => (Of(bill.ClientId), $"bill {bill.Id} {bill.Work}")));
        rows.AddRange((await context.Set<Wish>().AsNoTracking().OrderBy(wish => wish.Id).ToListAsync(Token)).Select(wish => (Of(wish.ClientId), $"wish {wish.Id} {wish.Text}")));
        rows.AddRange((await context.Set<Chat>().AsNoTracking().OrderBy(chat => chat.Id).ToListAsync(Token)).Select(chat => (Of(chat.SenderId, chat.ReceiverId), $"chat {chat.Id} {chat.SenderPhone} {chat.Text}")));
        return rows;

        static ValueList<int> Of(params ReadOnlySpan<int?> people) => people.ToArray().Where(person => person is not null).Select(person => person!.Value).ToValueList();
    });
}
