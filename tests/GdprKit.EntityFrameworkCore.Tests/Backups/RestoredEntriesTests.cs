using GdprKit.Decisions;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>Entries come back with everything that belongs to them, and those that had to make room for them keep theirs.</summary>
public sealed class RestoredEntriesTests() : RestoredWorkshop(new SqliteClubhouse())
{
    private static readonly LedgerContent Attachment = LedgerContent.Of("what was said when it was asked"u8);

    [Fact]
    public async Task Words_and_content_come_back_with_their_entry()
    {
        await PutAsync(clients: 1);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        var hold = await PlaceAsync("a claim");
        await RestrictAsync(RestrictionGround.AccuracyContested);
        await PumpAsync();

        await RestoreAsync(backup);
        (await ContentAsync()).Should().BeNull();
        await ReplayAsync();

        (await MatterAsync(hold)).Should().Be("a claim");
        (await ContentAsync()).Should().Be(Attachment);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task What_makes_room_keeps_its_words_and_its_content()
    {
        await PutAsync(clients: 1);
        await LinkAsync(First);
        var backup = await BackUpAsync();
        await PlaceAsync("a claim");
        await HandleAsync<Restrictions, Restriction>(restrictions => restrictions.PlaceAsync(First, RestrictionGround.ObjectionPending, cancellationToken: Token));
        await PumpAsync();

        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        await PlaceAsync("another claim");
        await RestrictAsync(RestrictionGround.AccuracyContested);
        var report = await ReplayAsync();

        report.CountOf(RestoreFindingKind.EntriesAppended).Should().Be(2);
        var holds = await HandleAsync<LegalHolds, LegalHold?>(holds => holds.FindAsync(new HoldScope.Person(First), Token));
        (await Task.WhenAll(holds!.Holds.Select(hold => MatterAsync(hold.Id)))).Should().Equal("a claim", "another claim");
        (await HandleAsync<Restrictions, Restriction?>(restrictions => restrictions.FindAsync(First, cancellationToken: Token)))!.Grounds
            .Should().BeEquivalentTo([RestrictionGround.AccuracyContested, RestrictionGround.ObjectionPending]);
        (await ContentAsync()).Should().Be(Attachment);
        await ShouldBeSoundAsync();
    }

    private Task<EntryId> PlaceAsync(string matter) => HandleAsync<LegalHolds, EntryId>(holds => holds.PlaceAsync(new HoldScope.Person(First), HoldGround.LegalClaims, Owner, matter, new LocalDate(2027, 3, 1), cancellationToken: Token));

    private Task<string?> MatterAsync(EntryId hold) => HandleAsync<LegalHolds, string?>(holds => holds.FindMatterAsync(new HoldScope.Person(First), hold, Token));

    private Task<LedgerContent?> ContentAsync() => HandleAsync<ILedgerStore, LedgerContent?>(store => store.ReadContentAsync(Attachment.Digest, Token));

    // A restriction with what belongs to it, as a host with kinds of its own records it.
    private Task RestrictAsync(RestrictionGround ground) => HandleAsync<IServiceProvider, int>(async services =>
    {
        var about = (await services.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([First], Token))[0].Ref;
        var draft = RestrictionEntries.Placed.Draft(new RestrictionPlaced(ground, LedgerTime.Floor(Clock.GetCurrentInstant()))) with { Content = [Attachment] };
        await services.GetRequiredService<LedgerStreams>().AppendAsync<Restriction>(new StreamId(Restriction.Fold.Kind, about, StreamKey.Empty), First, _ => [draft], Token);
        return 0;
    });
}
