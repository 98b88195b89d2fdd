using Microsoft.EntityFrameworkCore;

namespace GdprKit.Crash;

/// <summary>The members of a club with their cards and visits: what is in the database, and what the rules leave of it.</summary>
internal sealed class ClubRows(DbContextOptions<CrashContext> options)
{
    /// <summary>How many members there are at first, each with two cards and a visit.</summary>
    public const int Members = 160;

    private static readonly DateOnly LongAgo = new(2020, 1, 1);

    private static readonly DateOnly Recently = new(2026, 10, 1);

    /// <summary>Those on whom a hold is placed: all of theirs stays as it is.</summary>
    public static IEnumerable<int> Held => Enumerable.Range(1, Members).Where(IsHeld);

    public async Task PutAsync(CancellationToken cancellationToken)
    {
        await using var context = new CrashContext(options);
        context.AddRange(Enumerable.Range(1, Members).Select(id => new Member { Id = id, Email = "somebody@example.nl", JoinedOn = IsNew(id) ? Recently : LongAgo }));
        context.AddRange(Enumerable.Range(2, 2 * Members).Select(number => new Card { MemberId = number / 2 }));
        context.AddRange(Enumerable.Range(1, Members).Select(id => new Visit { MemberId = id, Note = "hello", VisitedOn = IsVisitor(id) ? Recently : LongAgo }));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Looks what is left, after whatever kill: owners and what goes with them are there both or neither, and nothing went that must stay.</summary>
    /// <param name="isOver">Whether the run has come to its end, so that nothing is left either that must go.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many rows changed of each entity, by what became of them.</returns>
    public async Task<Dictionary<(DisposalAction, string), long>> ChangedAsync(bool isOver, CancellationToken cancellationToken)
    {
        await using var context = new CrashContext(options);
        var members = await context.Set<Member>().AsNoTracking().ToDictionaryAsync(member => member.Id, cancellationToken);
        var cards = await context.Set<Card>().AsNoTracking().Select(card => card.MemberId).ToListAsync(cancellationToken);
        var visits = await context.Set<Visit>().AsNoTracking().ToDictionaryAsync(visit => visit.MemberId, cancellationToken);
        var all = Enumerable.Range(1, Members).ToList();

        cards.Order().Should().Equal(members.Keys.Order().SelectMany(id => new[] { id, id }), "a member goes with both cards, or none of the three does");
        all.Where(id => Stays(id) && !members.ContainsKey(id)).Should().BeEmpty("a member who must stay is there");
        all.Where(id => VisitStays(id) && visits.GetValueOrDefault(id)?.Note is null).Should().BeEmpty("a visit that must stay is there as it was");
        all.Where(id => KeepsAddress(id) && members[id].Email is null).Should().BeEmpty("nothing is emptied that is needed, or under a hold");
        if (isOver)
        {
            members.Keys.Should().BeEquivalentTo(all.Where(Stays));
            visits.Keys.Should().BeEquivalentTo(all.Where(VisitStays));
            members.Values.Where(member => member.Email is not null).Select(member => member.Id).Should().BeEquivalentTo(all.Where(KeepsAddress));
        }

        return new()
        {
            [(DisposalAction.Delete, nameof(Member))] = Members - members.Count,
            [(DisposalAction.Delete, nameof(Card))] = (2 * Members) - cards.Count,
            [(DisposalAction.Delete, nameof(Visit))] = Members - visits.Count,
            [(DisposalAction.Blank, nameof(Member))] = members.Values.Count(member => member.Email is null),
            [(DisposalAction.Blank, nameof(Visit))] = visits.Values.Count(visit => visit.Note is null),
        };
    }

    private static bool IsNew(int id) => id % 10 == 0;

    private static bool IsVisitor(int id) => id % 10 == 3;

    private static bool IsHeld(int id) => id % 20 == 7;

    private static bool Stays(int id) => IsNew(id) || IsVisitor(id) || IsHeld(id);

    private static bool VisitStays(int id) => IsVisitor(id) || IsHeld(id);

    // A visitor stays because of the visit, and the address of the member is needed no more.
    private static bool KeepsAddress(int id) => IsNew(id) || IsHeld(id);
}
