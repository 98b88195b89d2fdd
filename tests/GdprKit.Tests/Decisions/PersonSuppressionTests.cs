using GdprKit.Ledger;
using static GdprKit.DecisionReasons;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>What the list said of the addresses of a person is known without them.</summary>
public sealed class PersonSuppressionTests : DecidingTest
{
    private static readonly MarketingAddress Other = MarketingAddress.Email("anna@elders.example");

    private static readonly ProcessingUse Mail = ProcessingUse.MessageOver(MarketingChannel.Email);

    [Fact]
    public async Task Who_is_linked_with_an_address_on_the_list_gets_no_marketing_over_that_channel()
    {
        await GiveAsync();
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(ConsentGiven, "the list does not know whose address it is");

        (await Suppression.AskForAsync(Ref, [Address, Other], Token)).Should().Equal(SuppressionAnswer.Listed, SuppressionAnswer.NotListed);

        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(Suppressed, "what was remembered is forgotten");
        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(Other))).Should().BeSameAs(Suppressed, "nobody has told that it is another address");
    }

    [Fact]
    public async Task Another_address_is_asked_about_and_permits_only_when_it_is_not_on_the_list_either()
    {
        await GiveAsync();
        await SuppressAsync();

        await Suppression.AskForAsync(Ref, [MarketingAddress.Email("no address")], Token);
        await Suppression.AskForAsync(Ref, [MarketingAddress.Post("1234AB 5")], Token);
        await Suppression.AskForAsync(Ref, [Other, Address], Token);
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(Suppressed, "neither what cannot be asked nor another channel ends it, nor a second address");

        await Suppression.AskForAsync(Ref, [Other], Token);
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(ConsentGiven);
        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(Address))).Should().BeSameAs(Suppressed, "the list keeps the address");
    }

    [Fact]
    public async Task Only_a_new_consent_of_the_person_takes_off_both_the_address_and_the_person()
    {
        await GiveAsync();
        await SuppressAsync();
        await FluentActions.Awaiting(() => Suppression.RemoveAsync(Ref, Newsletter, Address, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1257: *");
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(Suppressed);

        Clock.AdvanceMinutes(1);
        await GiveAsync();
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(Suppressed, "the consent is not held against the list by itself");
        await Suppression.RemoveAsync(Ref, Newsletter, Address, Token);

        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(ConsentGiven);
        (await ReasonAsync(Newsletter, ProcessingUse.MessageTo(Address))).Should().BeSameAs(ConsentGiven);
    }

    [Fact]
    public async Task Asking_again_records_nothing_and_who_is_not_on_the_list_gets_no_stream()
    {
        await Suppression.AskForAsync(Ref, [Other], Token);
        (await EntriesAsync()).Should().BeEmpty();
        await SuppressAsync();
        await Suppression.AskForAsync(Ref, [Address], Token);
        await Suppression.AskForAsync(Ref, [Other], Token);
        await Suppression.AskForAsync(Ref, [Other], Token);

        var entries = await EntriesAsync();
        entries.Select(entry => entry.Type.ToString()).Should().Equal("person-suppression.found/1", "person-suppression.lifted/1");
        var words = new LedgerWording(ConsentTest.Register, [PersonSuppression.Fold]);
        entries.Select(entry => words.Tell(entry, Language.English)).Should().Equal(
            "Gets no marketing by e-mail, because the address is on the list of those who want none.",
            "The address for e-mail is not on the list of those who want no marketing.");
    }

    [Fact]
    public async Task Many_people_are_asked_for_by_one_look_up_of_the_list()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        var people = Enumerable.Range(0, 1_000).Select(_ => new PersonAddresses(SubjectRef.New(), [Other])).Append(new PersonAddresses(Ref, [Address])).ToValueList();
        var before = Store.LookUps;

        var answers = await Suppression.AskForAsync(people, Token);

        answers.Index().Where(each => each.Item.Contains(SuppressionAnswer.Listed)).Select(each => each.Index).Should().Equal(1_000);
        (Store.LookUps - before).Should().BeLessThanOrEqualTo(2, "the list, and what is known of the people");
        (await ReasonAsync(Newsletter)).Should().BeSameAs(Suppressed);
    }

    [Fact]
    public async Task Without_the_keys_or_without_a_person_nothing_is_recorded()
    {
        await SuppressAsync();
        Keys.AreLost = true;
        await FluentActions.Awaiting(() => Suppression.AskForAsync(Ref, [Other], Token).AsTask()).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3180: *");
        Keys.AreLost = false;
        await FluentActions.Awaiting(() => Suppression.AskForAsync(SubjectRef.None, [Address], Token).AsTask()).Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1259: *");
        var keyless = new SuppressionList(ConsentTest.Register, Streams, Store, null, Clock);
        await FluentActions.Awaiting(() => keyless.AskForAsync(Ref, [Other], Token).AsTask()).Should().ThrowAsync<KeyRingException>().WithMessage("GDPR3184: *");

        (await EntriesAsync()).Should().ContainSingle();
        (await ReasonAsync(Newsletter)).Should().BeSameAs(Suppressed);
    }

    [Fact]
    public async Task A_state_of_a_newer_program_protects()
    {
        await GiveAsync();
        await SuppressAsync();
        var head = (await Store.FindHeadsAsync([PersonSuppression.StreamOf(Ref, MarketingChannel.Email)], Token))[0];
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(1, [], head with { FoldVersion = 9, State = [], Index = head.Index with { Status = StreamStatus.Parse("paused") } })]), Token);

        (await Decisions.DecideAsync(Ref, Newsletter, new ProcessingUse { IsStrict = true }, Token)).Permitted.Should().BeFalse();
    }

    private async Task GiveAsync() => await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

    private async Task SuppressAsync()
    {
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        await Suppression.AskForAsync(Ref, [Address], Token);
    }

    private async Task<List<LedgerEntry>> EntriesAsync() =>
        [.. (await Store.ReadLatestAsync(null, 100, Token)).Where(entry => entry.Stream.Kind == PersonSuppression.Fold.Kind).OrderBy(entry => entry.Version)];
}
