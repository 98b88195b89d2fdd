using CsCheck;
using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Decisions;

public sealed class RestrictionTests : PersonTest
{
    private static readonly RestrictionGround[] Grounds =
        [RestrictionGround.AccuracyContested, RestrictionGround.UnlawfulAndNotErased, RestrictionGround.NeededForClaims, RestrictionGround.ObjectionPending];

    [Fact]
    public async Task A_restriction_stands_until_its_last_ground_has_ceased()
    {
        await Restrictions.PlaceAsync(Somebody, RestrictionGround.AccuracyContested, cancellationToken: Token);
        Clock.AdvanceDays(1);
        await Restrictions.PlaceAsync(Somebody, RestrictionGround.NeededForClaims, cancellationToken: Token);

        var one = await Restrictions.LiftAsync(Somebody, RestrictionGround.AccuracyContested, Start, cancellationToken: Token);
        one.Should().Be(new Restriction { Status = RestrictionStatus.Placed, Since = Start, Grounds = [RestrictionGround.NeededForClaims] });

        Clock.AdvanceDays(1);
        var none = await Restrictions.LiftAsync(Somebody, RestrictionGround.NeededForClaims, Start, cancellationToken: Token);
        none.Should().Be(new Restriction { Status = RestrictionStatus.Lifted, Since = Start + Duration.FromDays(2) });
        (await Restrictions.FindAsync(Somebody, cancellationToken: Token)).Should().Be(none);
    }

    [Fact]
    public async Task A_restriction_of_one_activity_is_none_of_another()
    {
        await Restrictions.PlaceAsync(Somebody, RestrictionGround.AccuracyContested, ShopKeys.Orders, cancellationToken: Token);

        (await Restrictions.FindAsync(Somebody, ShopKeys.Orders, Token)).Should().NotBeNull();
        (await Restrictions.FindAsync(Somebody, ShopKeys.Claims, Token)).Should().BeNull();
        (await Restrictions.FindAsync(Somebody, cancellationToken: Token)).Should().BeNull();
    }

    [Fact]
    public async Task Nobody_lifts_a_restriction_before_the_person_was_informed()
    {
        await Restrictions.PlaceAsync(Somebody, RestrictionGround.AccuracyContested, cancellationToken: Token);

        var lifting = () => Restrictions.LiftAsync(Somebody, RestrictionGround.AccuracyContested, Start + Duration.FromDays(1), cancellationToken: Token).AsTask();

        await lifting.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1250: *");
        (await Restrictions.FindAsync(Somebody, cancellationToken: Token))!.Status.Should().Be(RestrictionStatus.Placed);
    }

    [Theory]
    [InlineData(RestrictionGround.Unspecified)]
    [InlineData((RestrictionGround)9)]
    public async Task A_ground_that_the_law_does_not_know_is_refused(RestrictionGround ground)
    {
        var placing = () => Restrictions.PlaceAsync(Somebody, ground, cancellationToken: Token).AsTask();

        await placing.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1254: *");
    }

    [Fact]
    public async Task Any_history_comes_to_the_grounds_that_stand() => await Gen.Select(Gen.Bool, Gen.Int[0, 3]).Array[0, 20].SampleAsync(async steps =>
    {
        using var database = new InMemoryDatabase();
        var clock = new FakeClock(Start, Duration.FromSeconds(1));
        var store = new InMemoryLedgerStore(database);
        var restrictions = new Restrictions(new LedgerStreams(store, clock), new InMemorySubjectDirectory(database), clock);
        var (standing, entries) = (new SortedSet<RestrictionGround>(), 0);
        foreach (var (isPlaced, ground) in steps)
        {
            var state = isPlaced
                ? await restrictions.PlaceAsync(Somebody, Grounds[ground])
                : await restrictions.LiftAsync(Somebody, Grounds[ground], Start);
            entries += (isPlaced ? standing.Add(Grounds[ground]) : standing.Remove(Grounds[ground])) ? 1 : 0;
            state.Grounds.Should().Equal(standing);
            state.Status.Should().Be(standing.Count > 0 ? RestrictionStatus.Placed : entries > 0 ? RestrictionStatus.Lifted : RestrictionStatus.Unknown);
        }

        (await store.ReadLatestAsync(null, 100, default)).Should().HaveCount(entries);
    });

    [Theory]
    [InlineData("nl", "De gegevens worden bewaard en niet gebruikt: er is twijfel of zij kloppen.", "De beperking is opgeheven, nadat dat was verteld: er is twijfel of zij kloppen.", "De gegevens voor ‘Bestellingen’ worden bewaard en niet gebruikt: er is bezwaar gemaakt, en dat wordt afgewogen.")]
    [InlineData("en", "The data are kept and not used: it is contested that they are right.", "The restriction was lifted, after that was told: it is contested that they are right.", "The data for “Orders” are kept and not used: there is an objection, which is being weighed.")]
    public async Task The_log_tells_it_in_plain_words(string language, params string[] sentences)
    {
        await Restrictions.PlaceAsync(Somebody, RestrictionGround.AccuracyContested, cancellationToken: Token);
        await Restrictions.LiftAsync(Somebody, RestrictionGround.AccuracyContested, Start, cancellationToken: Token);
        await Restrictions.PlaceAsync(Somebody, RestrictionGround.ObjectionPending, ShopKeys.Orders, cancellationToken: Token);

        var words = new LedgerWording(TestRegisters.Shop(), [Restriction.Fold]);
        var entries = await EntriesAsync();
        entries.Select(entry => words.Tell(entry, Language.Parse(language))).Should().Equal(sentences);
    }
}
