using System.Text;
using System.Text.Json.Nodes;
using GdprKit.Ledger;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>A register that changes what was agreed to takes the consent away, by a rule and never silently.</summary>
public sealed class ConsentRevisionTests : ConsentTest
{
    [Fact]
    public async Task A_register_that_says_the_same_takes_nothing_away()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        (await Consents.FindOutdatedAsync(Token)).Should().BeEmpty();
        (await Consents.InvalidateOutdatedAsync(null, Token)).Should().Be(new ConsentRevision(1, 0, 0));
    }

    [Theory]
    [InlineData("/controller/name", "\"Andere Winkel B.V.\"", RegisterElement.ControllerName)]
    [InlineData("/activities/newsletter/categories", """["email-address", "purchases"]""", RegisterElement.ActivityCategory)]
    [InlineData("/activities/newsletter/recipients", """["mail-program", "tax-authority"]""", RegisterElement.Recipient)]
    [InlineData("/recipients/mail-program/role", "\"controller\"", RegisterElement.RecipientRole)]
    [InlineData("/recipients/mail-program/transfers/0/safeguard", """{ "type": "derogation", "ground": "contractWithThePerson" }""", RegisterElement.Transfer)]
    [InlineData("/activities/newsletter/marketing", """["email", "post"]""", RegisterElement.MarketingChannel)]
    [InlineData("/activities/newsletter/sources", """[{ "name": { "nl": "een lijst", "en": "a list" } }]""", RegisterElement.Source)]
    [InlineData("/activities/newsletter/automatedDecision", """{ "logic": { "nl": "a", "en": "a" }, "consequences": { "nl": "b", "en": "b" }, "review": { "nl": "c", "en": "c" } }""", RegisterElement.AutomatedDecision)]
    public async Task What_people_had_to_know_of_when_they_agreed_takes_it_away(string path, string json, RegisterElement element)
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var changed = With(Changed(path, json));

        var outdated = (await changed.FindOutdatedAsync(Token)).Should().ContainSingle().Subject;
        (await Consents.FindAsync(Ann, Newsletter, Token)).Status.Should().Be(ConsentStatus.Given, "looking writes nothing");
        var revision = await changed.InvalidateOutdatedAsync(null, Token);

        outdated.Should().BeEquivalentTo(new { Topic = ConsentTopic.Of(Newsletter), Reason = ConsentEndReason.ActivityChanged, Count = 1L });
        outdated.Changes.Select(change => change.Element).Should().Contain(element);
        revision.Should().Be(new ConsentRevision(1, 1, 0));
        var record = await Consents.FindAsync(Ann, Newsletter, Token);
        record.Status.Should().Be(ConsentStatus.Invalidated);
        record.EverRefusedOrWithdrawn.Should().BeFalse("the person said nothing");
        Encoding.UTF8.GetString((await HistoryAsync(Newsletter))[^1].Facts.AsSpan()).Should().Contain(element.ToString());
    }

    [Theory]
    [InlineData("/activities/newsletter/purpose/description", """{ "nl": "Je krijgt elke maand nieuws.", "en": "You get news every month." }""")]
    [InlineData("/activities/newsletter/name", """{ "nl": "Nieuws", "en": "News" }""")]
    [InlineData("/activities/newsletter/consent", """{ "validFor": "P1Y", "question": { "nl": "Ja.", "en": "Yes." } }""")]
    [InlineData("/activities/newsletter/recipients", """[]""")]
    [InlineData("/recipients/mail-program/transfers/0/safeguard", """{ "type": "bindingCorporateRules", "copy": { "nl": "bij ons", "en": "from us" } }""")]
    [InlineData("/controller/contact/phone", "\"+31 20 000 0009\"")]
    [InlineData("/activities/orders/recipients", """["tax-authority"]""")]
    [InlineData("/activities/newsletter/security", """{ "nl": "Veilig.", "en": "Safe." }""")]
    [InlineData("/backups/nightly/rotation", """{ "keepLast": 400 }""")]
    public async Task What_takes_nothing_from_people_leaves_it_as_it_is(string path, string json)
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        (await With(Changed(path, json)).FindOutdatedAsync(Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_processor_changes_nothing_unless_it_takes_the_data_where_nothing_guards_them()
    {
        await Consents.GiveAsync(Ann, Game, Evidence() with { Age = 20 }, Token);

        var processor = Changed("/activities/game/recipients", """["mail-program"]""");
        var unguarded = processor.With("/recipients/mail-program/transfers/0/safeguard", """{ "type": "derogation", "ground": "contractWithThePerson" }""");

        (await With(processor).FindOutdatedAsync(Token)).Should().BeEmpty();
        (await With(unguarded).FindOutdatedAsync(Token)).Should().ContainSingle().Which.Topic.Should().Be(ConsentTopic.Of(Game), "its data now go where nothing guards them");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_activity_that_is_no_longer_asked_for_ends_its_consents(bool isGone)
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        var changed = isGone ? TestRegisters.Shop() : Register.Edited(file =>
        {
            file.Replace("/activities/club/basis", JsonNode.Parse("""{ "type": "contract" }""")!);
            file.Remove("/activities/club/consent");
            file.Replace("/activities/club/retention/club", JsonNode.Parse("""{ "after": { "events": ["last-purchase"], "period": "P1Y" } }""")!);
        });

        await With(changed).InvalidateOutdatedAsync(null, Token);

        (await Consents.FindAsync(Ann, Club, Token)).Status.Should().Be(ConsentStatus.Invalidated);
        Encoding.UTF8.GetString((await HistoryAsync(Club))[^1].Facts.AsSpan()).Should().Contain("ActivityEnded");
    }

    [Fact]
    public async Task Asking_for_each_channel_apart_is_another_question_and_a_channel_more_takes_no_other_away()
    {
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        await Consents.GiveAsync(Ann, new ConsentTopic(Offers, MarketingChannel.Phone), Evidence(), Token);
        var changed = Register.Edited(
            file => file.Replace("/activities/club/consent", JsonNode.Parse("""{ "perChannel": true }""")!),
            file => file.Replace("/activities/offers/marketing", JsonNode.Parse("""["email", "phone", "post"]""")!));

        (await With(changed).FindOutdatedAsync(Token)).Select(outdated => outdated.Topic.ToString()).Should().Equal("club");
    }

    [Fact]
    public async Task Many_are_done_in_pages_and_who_was_interrupted_goes_on()
    {
        const int People = 1_203;
        foreach (var each in Enumerable.Range(0, People))
        {
            await Consents.GiveAsync(SubjectId.Of(Customers, each), Newsletter, Evidence(), Token);
        }

        var changed = With(Changed("/controller/name", "\"Andere Winkel B.V.\""));
        using var stop = new CancellationTokenSource();
        var interrupted = async () => await changed.InvalidateOutdatedAsync(new Told(_ => stop.Cancel()), stop.Token);

        await interrupted.Should().ThrowAsync<OperationCanceledException>();
        (await changed.InvalidateOutdatedAsync(null, Token)).Should().Be(new ConsentRevision(People - 500, People - 500, 0));
        (await changed.InvalidateOutdatedAsync(null, Token)).Should().Be(new ConsentRevision(0, 0, 0), "twice is once");
        (await Store.CountHeadsAsync(HeadFilter.Of(ConsentRecord.Fold.Kind), Token)).Should().Equal(new HeadCount(StreamStatus.Of(ConsentStatus.Invalidated), People));
    }

    [Fact]
    public async Task Who_agreed_to_the_new_register_keeps_it_and_what_has_expired_is_left_alone()
    {
        var bob = SubjectId.Of(Customers, 8);
        var changed = With(Changed("/controller/name", "\"Andere Winkel B.V.\""));
        await changed.GiveAsync(bob, Newsletter, Evidence(), Token);
        await Consents.GiveAsync(Ann, Club, Evidence(), Token);
        Clock.AdvanceDays(800);

        (await changed.InvalidateOutdatedAsync(null, Token)).Should().Be(new ConsentRevision(1, 0, 0));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_left_as_it_is()
    {
        var given = await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        var blind = new Consents(Changed("/controller/name", "\"Andere Winkel B.V.\""), Streams, new InterposedStore(Store) { Lost = given.Agreement }, Subjects, Clock, new OfferedToday(Notice));

        (await blind.InvalidateOutdatedAsync(null, Token)).Should().Be(new ConsentRevision(1, 0, 1));
        (await Consents.FindAsync(Ann, Newsletter, Token)).Status.Should().Be(ConsentStatus.Given);
    }

    private static ProcessingRegister Changed(string path, string json) => Register.Edited(file =>
    {
        var end = path.LastIndexOf('/');
        file.At(path[..end])![path[(end + 1)..]] = JsonNode.Parse(json);
    });

    private sealed class Told(Action<ConsentRevision> tell) : IProgress<ConsentRevision>
    {
        public void Report(ConsentRevision value) => tell(value);
    }
}
