using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Decisions;

public sealed class SuppressionListTests : PersonTest
{
    private static readonly MarketingAddress Anna = MarketingAddress.Email("anna@voorbeeld.example");

    private static readonly MarketingAddress Berta = MarketingAddress.Email("berta@voorbeeld.example");

    private readonly FixedKeys _keys = new();

    private new async Task<List<LedgerEntry>> EntriesAsync() => (await base.EntriesAsync()).FindAll(entry => entry.Stream.Kind == SuppressedAddress.Fold.Kind);

    private SuppressionList List => new(ConsentTest.Register, Streams, Store, _keys, Clock);

    [Fact]
    public async Task An_address_on_the_list_is_found_however_it_is_spelled()
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);

        (await List.AskAsync([MarketingAddress.Email(" ANNA@voorbeeld.example "), Berta, MarketingAddress.Email("anna"), Anna], Token))
            .Should().Equal(SuppressionAnswer.Listed, SuppressionAnswer.NotListed, SuppressionAnswer.Unreadable, SuppressionAnswer.Listed);
    }

    [Fact]
    public async Task Every_channel_has_a_list_of_its_own()
    {
        var (called, texted) = (MarketingAddress.Phone("+31612345678"), MarketingAddress.TextMessage("+31612345678"));

        await List.AddAsync([called], SuppressionCause.Objection, cancellationToken: Token);

        (await List.AskAsync([called, texted], Token)).Should().Equal(SuppressionAnswer.Listed, SuppressionAnswer.NotListed);
    }

    [Fact]
    public async Task The_ledger_holds_no_address_and_nobody_but_a_hash_under_the_key()
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);

        var entry = (await EntriesAsync()).Should().ContainSingle().Subject;
        entry.Stream.Subject.Should().Be(SubjectRef.None);
        entry.Stream.Key.ToString().Should().MatchRegex("^email/[0-9a-f]{64}$").And.NotContain(Digest.Of("anna@voorbeeld.example"u8).ToString());
        entry.Details.Should().BeNull();
    }

    [Fact]
    public async Task Listing_twice_is_listing_once()
    {
        await List.AddAsync([Anna, Anna], SuppressionCause.Objection, cancellationToken: Token);
        await List.AddAsync([Anna, Berta], SuppressionCause.Import, cancellationToken: Token);

        (await EntriesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task After_a_rotation_who_was_listed_under_an_old_key_is_found_and_not_listed_again()
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);
        _keys.Rotate();
        _keys.Rotate();
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);

        (await List.AskAsync([Anna, Berta], Token)).Should().Equal(SuppressionAnswer.Listed, SuppressionAnswer.NotListed);
        (await EntriesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Without_the_keys_nothing_is_answered()
    {
        _keys.AreLost = true;

        var asking = () => List.AskAsync([Anna], Token).AsTask();

        await asking.Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3180: *");
    }

    [Fact]
    public async Task A_state_of_a_newer_program_protects()
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);
        var head = (await Store.FindHeadsAsync([(await EntriesAsync())[0].Stream], Token))[0];
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(1, [], head with { FoldVersion = 9, Index = head.Index with { Status = StreamStatus.Parse("paused") } })]), Token);

        (await List.AskAsync([Anna], Token)).Should().Equal(SuppressionAnswer.Listed);
    }

    [Fact]
    public async Task What_cannot_be_listed_is_refused_and_nothing_is_written()
    {
        var unreadable = () => List.AddAsync([Anna, MarketingAddress.Email("anna")], SuppressionCause.Objection, cancellationToken: Token).AsTask();
        var causeless = () => List.AddAsync([Anna], SuppressionCause.Unspecified, cancellationToken: Token).AsTask();
        var ahead = () => List.AddAsync([Anna], SuppressionCause.Import, Start + Duration.FromDays(1), Token).AsTask();

        await unreadable.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1255: *");
        await causeless.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1256: *");
        await ahead.Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1250: *");
        (await EntriesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Thousands_are_asked_at_once()
    {
        var many = Enumerable.Range(0, 10_000).Select(number => MarketingAddress.Email($"person{number}@voorbeeld.example")).ToValueList();
        _keys.Rotate();
        await List.AddAsync(many.Where((_, index) => index % 100 == 0).ToValueList(), SuppressionCause.Import, cancellationToken: Token);

        var answers = await List.AskAsync(many, Token);

        answers.Index().Where(answer => answer.Item is SuppressionAnswer.Listed).Select(answer => answer.Index % 100).Should().HaveCount(100).And.AllSatisfy(rest => rest.Should().Be(0));
    }

    [Theory]
    [InlineData("nl", "Een adres krijgt geen reclame meer: er is bezwaar gemaakt.")]
    [InlineData("en", "An address gets no more marketing: there was an objection.")]
    public async Task The_log_tells_it_in_plain_words(string language, string sentence)
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);

        new LedgerWording(TestRegisters.Shop(), [SuppressedAddress.Fold]).Tell((await EntriesAsync())[0], Language.Parse(language)).Should().Be(sentence);
    }

    [Fact]
    public async Task A_key_ring_that_lacks_a_key_of_the_list_says_of_nobody_that_they_are_not_on_it()
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);
        _keys.Rotate();
        (await List.AskAsync([Berta], Token)).Should().Equal(SuppressionAnswer.NotListed);
        _keys.ForgetCurrent();
        (await List.AskAsync([Berta], Token)).Should().Equal([SuppressionAnswer.NotListed], "nobody was listed under the key that is gone");
        _keys.Rotate();
        await List.AddAsync([Berta], SuppressionCause.Objection, cancellationToken: Token);

        // As when a copy of before the rotation is put back.
        _keys.ForgetCurrent();

        await RefusedAsync(() => List.AskAsync([Anna, Berta], Token).AsTask());
        await RefusedAsync(() => List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token).AsTask());
        await RefusedAsync(() => List.AskForAsync(SubjectRef.New(), [Berta], Token).AsTask());
        var decided = new ProcessingDecisions(ConsentTest.Register, Store, Streams, Subjects, Clock, _keys);
        (await decided.DecideAsync(SubjectRef.New(), ClubKeys.Offers, ProcessingUse.MessageTo(Berta), Token)).Reason.Should().BeSameAs(DecisionReasons.LookUpFailed);

        async Task RefusedAsync(Func<Task> asking) => await asking.Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3185: *");
    }

    [Fact]
    public async Task The_ledger_knows_keys_apart_and_not_what_they_are()
    {
        await List.AddAsync([Anna], SuppressionCause.Objection, cancellationToken: Token);
        await List.AddAsync([Berta], SuppressionCause.Objection, cancellationToken: Token);
        _keys.Rotate();
        await List.AddAsync([MarketingAddress.Email("carla@voorbeeld.example")], SuppressionCause.Objection, cancellationToken: Token);

        var entries = (await base.EntriesAsync()).FindAll(entry => entry.Stream.Kind == KeysInUse.Fold.Kind);

        entries.Select(entry => System.Text.Encoding.UTF8.GetString(entry.Facts.AsSpan())).Should().HaveCount(2).And.OnlyHaveUniqueItems().And.AllSatisfy(facts => facts.Should().MatchRegex("^{\"fingerprint\":\"[0-9a-f]{64}\"}$"));
        new LedgerWording(TestRegisters.Shop(), [KeysInUse.Fold]).Tell(entries[0], Language.English).Should().Be("Addresses that get no marketing are kept under a new key from now on.");
    }
}
