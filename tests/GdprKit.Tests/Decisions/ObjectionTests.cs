using CsCheck;
using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Decisions;

public sealed class ObjectionTests : PersonTest
{
    private static readonly ObjectionStatus[] Moves = [ObjectionStatus.Raised, ObjectionStatus.Pending, ObjectionStatus.Upheld, ObjectionStatus.Overridden, ObjectionStatus.Withdrawn];

    /// <summary>Every step there is, written down a second time, so that the product and this table must agree.</summary>
    private static readonly Dictionary<ObjectionStatus, ObjectionStatus[]> Steps = new()
    {
        [ObjectionStatus.Unknown] = [ObjectionStatus.Raised],
        [ObjectionStatus.Raised] = [ObjectionStatus.Pending, ObjectionStatus.Upheld, ObjectionStatus.Overridden, ObjectionStatus.Withdrawn],
        [ObjectionStatus.Pending] = [ObjectionStatus.Upheld, ObjectionStatus.Overridden, ObjectionStatus.Withdrawn],
        [ObjectionStatus.Upheld] = [ObjectionStatus.Withdrawn],
        [ObjectionStatus.Overridden] = [ObjectionStatus.Raised, ObjectionStatus.Upheld, ObjectionStatus.Withdrawn],
        [ObjectionStatus.Withdrawn] = [ObjectionStatus.Raised],
    };

    [Fact]
    public async Task An_objection_is_found_against_what_it_was_raised_and_nothing_else()
    {
        var raised = await Objections.ObjectAsync(Somebody, ShopKeys.Claims, cancellationToken: Token);

        raised.Should().Be(new Objection { Status = ObjectionStatus.Raised, Since = Start });
        (await Objections.FindAsync(Somebody, ShopKeys.Claims, Token)).Should().Be(raised);
        (await Objections.FindAsync(Somebody, ShopKeys.Orders, Token)).Should().BeNull();
        (await Objections.FindAsync(Somebody, cancellationToken: Token)).Should().BeNull();
        (await Objections.FindAsync(SubjectId.Of(ShopKeys.Customers, 2), ShopKeys.Claims, Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_counts_once()
    {
        await Objections.ObjectToMarketingAsync(Somebody, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        await Objections.ObjectToMarketingAsync(Somebody, cancellationToken: Token);

        (await EntriesAsync()).Should().ContainSingle().Which.RecordedAt.Should().Be(Start);
    }

    [Fact]
    public async Task Nothing_is_weighed_against_an_objection_to_marketing()
    {
        ObjectionTransitions.Allow(ObjectionStatus.Raised, ObjectionStatus.Pending, isOfMarketing: true).Should().BeFalse();
        ObjectionTransitions.Allow(ObjectionStatus.Raised, ObjectionStatus.Overridden, isOfMarketing: true).Should().BeFalse();

        await Objections.ObjectToMarketingAsync(Somebody, cancellationToken: Token);
        (await Objections.WithdrawMarketingObjectionAsync(Somebody, cancellationToken: Token)).Status.Should().Be(ObjectionStatus.Withdrawn);
    }

    [Fact]
    public async Task What_was_never_raised_cannot_be_weighed()
    {
        var weighing = () => Objections.WeighAsync(Somebody, ShopKeys.Claims, Token).AsTask();

        await weighing.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1252: *unknown cannot become pending*");
        (await EntriesAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_objection_is_not_overridden_without_a_ground(string grounds)
    {
        await Objections.ObjectAsync(Somebody, ShopKeys.Claims, cancellationToken: Token);

        var overriding = () => Objections.OverrideAsync(Somebody, ShopKeys.Claims, grounds, Token).AsTask();

        await overriding.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1253: *");
    }

    [Fact]
    public async Task The_grounds_that_weigh_more_are_kept_apart_from_the_facts()
    {
        await Objections.ObjectAsync(Somebody, ShopKeys.Claims, cancellationToken: Token);
        await Objections.OverrideAsync(Somebody, ShopKeys.Claims, "A claim against this person is before the court.", Token);

        (await EntriesAsync()).Single(entry => entry.Details is not null).Details!["grounds"].Should().Be("A claim against this person is before the court.");
    }

    [Fact]
    public async Task An_objection_in_the_future_or_against_nothing_is_refused()
    {
        var ahead = () => Objections.ObjectAsync(Somebody, ShopKeys.Claims, Start + Duration.FromMinutes(5) + Duration.FromSeconds(1), Token).AsTask();
        var nothing = () => Objections.ObjectAsync(Somebody, default, cancellationToken: Token).AsTask();

        await ahead.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1250: *");
        await nothing.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1251: *");
        (await EntriesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Any_history_comes_to_what_the_table_of_steps_says() => await Gen.Int[0, Moves.Length - 1].Select(index => Moves[index]).Array[0, 20].SampleAsync(async moves =>
    {
        using var database = new InMemoryDatabase();
        var clock = new FakeClock(Start, Duration.FromSeconds(1));
        var store = new InMemoryLedgerStore(database);
        var objections = new Objections(new LedgerStreams(store, clock), new InMemorySubjectDirectory(database), clock);
        var (status, entries) = (ObjectionStatus.Unknown, 0);
        foreach (var move in moves)
        {
            var isAllowed = move == status || Steps[status].Contains(move);
            (await MovesAsync(objections, move)).Should().Be(isAllowed, "of {0} to {1}", status, move);
            entries += isAllowed && move != status ? 1 : 0;
            status = isAllowed ? move : status;
        }

        ((await objections.FindAsync(Somebody, ShopKeys.Claims))?.Status ?? ObjectionStatus.Unknown).Should().Be(status);
        (await store.ReadLatestAsync(null, 100, default)).Should().HaveCount(entries);
    });

    [Theory]
    [InlineData("nl", "Maakte bezwaar tegen ‘Klachten’.", "Het bezwaar tegen ‘Klachten’ wordt afgewogen; intussen worden de gegevens alleen bewaard.", "Dwingende gronden wegen zwaarder dan het bezwaar tegen ‘Klachten’.", "Het bezwaar tegen ‘Klachten’ is gegrond.", "Maakte bezwaar tegen reclame.", "Trok het bezwaar tegen reclame in.")]
    [InlineData("en", "Objected to “Complaints”.", "The objection to “Complaints” is being weighed; meanwhile the data are only kept.", "Compelling grounds weigh more than the objection to “Complaints”.", "The objection to “Complaints” was upheld.", "Objected to direct marketing.", "Took the objection to direct marketing back.")]
    public async Task The_log_tells_it_in_plain_words(string language, params string[] sentences)
    {
        await Objections.ObjectAsync(Somebody, ShopKeys.Claims, cancellationToken: Token);
        await Objections.WeighAsync(Somebody, ShopKeys.Claims, Token);
        await Objections.OverrideAsync(Somebody, ShopKeys.Claims, "A claim.", Token);
        await Objections.UpholdAsync(Somebody, ShopKeys.Claims, Token);
        await Objections.ObjectToMarketingAsync(Somebody, cancellationToken: Token);
        await Objections.WithdrawMarketingObjectionAsync(Somebody, cancellationToken: Token);

        var words = new LedgerWording(TestRegisters.Shop(), [Objection.Fold]);
        var entries = await EntriesAsync();
        entries.Select(entry => words.Tell(entry, Language.Parse(language))).Should().Equal(sentences);
    }

    private static async Task<bool> MovesAsync(Objections objections, ObjectionStatus move)
    {
        try
        {
            _ = move switch
            {
                ObjectionStatus.Raised => await objections.ObjectAsync(Somebody, ShopKeys.Claims),
                ObjectionStatus.Pending => await objections.WeighAsync(Somebody, ShopKeys.Claims),
                ObjectionStatus.Upheld => await objections.UpholdAsync(Somebody, ShopKeys.Claims),
                ObjectionStatus.Overridden => await objections.OverrideAsync(Somebody, ShopKeys.Claims, "A claim."),
                _ => await objections.WithdrawAsync(Somebody, ShopKeys.Claims),
            };
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
