using GdprKit.Ledger;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static GdprKit.ClubKeys;
using static GdprKit.DecisionReasons;
using static GdprKit.ShopKeys;

namespace GdprKit.Decisions;

/// <summary>What still works while the key ring is lost, and what is refused: a test for each row of the table at <see cref="IKeyRing"/>.</summary>
public sealed class LostKeyRingTests : DecidingTest
{
    private static readonly ProcessingUse Mail = ProcessingUse.MessageTo(Address);

    private static readonly ConsentSource Source = ConsentSource.Of("A list of before.", Start, AgreedRegister.Today);

    public LostKeyRingTests() => Keys.AreLost = true;

    [Fact]
    public async Task The_ledger_is_written_read_and_told()
    {
        await Objections.ObjectToMarketingAsync(Ann, cancellationToken: Token);

        var entry = (await Store.ReadLatestAsync(null, 10, Token)).Should().ContainSingle().Subject;
        new LedgerWording(ConsentTest.Register, [Objection.Fold]).Tell(entry, Language.English).Should().NotBeEmpty();
        (await TestExpiry.Over(Store, ConsentTest.Register, Clock, Objection.Fold).RunAsync(Token)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Consent_is_given_and_withdrawn_and_imported_without_addresses()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        (await ReasonAsync(Newsletter)).Should().BeSameAs(ConsentGiven);
        (await Consents.FindReceiptAsync(Ann, Newsletter, Language.English, Token)).Should().NotBeNull();

        Clock.AdvanceMinutes(1);
        await Consents.WithdrawAsync(Ann, Newsletter, Signal, Token);

        (await ReasonAsync(Newsletter)).Should().BeSameAs(ConsentWithdrawn);
        var item = new ImportedConsent { Subject = SubjectId.Of(Customers, 8), Topic = Newsletter, GivenAt = Start - Duration.FromDays(9) };
        (await Consents.ImportAsync([item], Source, null, Token)).Imported.Should().Be(1);
    }

    [Fact]
    public async Task An_objection_and_a_restriction_are_recorded_and_count_at_once()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await Objections.ObjectToMarketingAsync(Ann, cancellationToken: Token);

        (await ReasonAsync(Newsletter)).Should().BeSameAs(ObjectionToMarketing);
        await Restrictions.PlaceAsync(Ann, RestrictionGround.AccuracyContested, cancellationToken: Token);
        (await ReasonAsync(Game)).Should().BeSameAs(Restricted);
    }

    [Fact]
    public async Task What_goes_to_no_address_is_decided_by_what_is_known_of_the_person()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);
        await Consents.GiveAsync(Ann, Game, Evidence(), Token);
        (await ReasonAsync(Game)).Permits.Should().BeTrue();
        (await ReasonAsync(Newsletter, ProcessingUse.MessageOver(MarketingChannel.Email))).Permits.Should().BeTrue();

        Keys.AreLost = false;
        await Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token);
        await Suppression.AskForAsync(Ref, [Address], Token);
        Keys.AreLost = true;

        (await ReasonAsync(Newsletter, ProcessingUse.MessageOver(MarketingChannel.Email))).Should().BeSameAs(Suppressed);
    }

    [Fact]
    public async Task A_notice_is_published()
    {
        await using var scope = Services.CreateAsyncScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);

        version.Digest.Should().Be(proposal.Digest);
    }

    [Fact]
    public async Task Marketing_to_an_address_is_denied_whatever_the_person_agreed_to()
    {
        await Consents.GiveAsync(Ann, Newsletter, Evidence(), Token);

        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(LookUpFailed);

        Keys.AreLost = false;
        (await ReasonAsync(Newsletter, Mail)).Should().BeSameAs(ConsentGiven, "the ring was put back");
    }

    [Fact]
    public async Task The_suppression_list_is_neither_asked_nor_changed()
    {
        await RefusedAsync(() => Suppression.AskAsync([Address], Token).AsTask());
        await RefusedAsync(() => Suppression.AskForAsync(Ref, [Address], Token).AsTask());
        await RefusedAsync(() => Suppression.AddAsync([Address], SuppressionCause.Objection, cancellationToken: Token).AsTask());
        await RefusedAsync(() => Suppression.RemoveAsync(Ref, Newsletter, Address, Token).AsTask());

        (await Store.ReadLatestAsync(null, 10, Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_that_names_addresses_is_refused_and_nothing_of_it_taken_over()
    {
        var item = new ImportedConsent { Subject = Ann, Topic = Newsletter, GivenAt = Start - Duration.FromDays(9) };

        await RefusedAsync(() => Consents.ImportAsync([item, item with { Subject = SubjectId.Of(Customers, 8), Addresses = [Address] }], Source, null, Token).AsTask());

        (await Store.ReadLatestAsync(null, 10, Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task No_tag_is_made_for_an_order_to_erase_and_none_is_looked_for()
    {
        var tags = Services.GetRequiredService<MatchTags>();
        Keys.AreLost = false;
        var order = (await tags.MakeAsync([Ann], Token))[0];
        Keys.AreLost = true;

        await RefusedAsync(() => tags.MakeAsync([Ann], Token).AsTask());
        await RefusedAsync(() => tags.FindAsync([Ann], MatchTagSet.Of([order]), Token).AsTask());
        Keys.AreLost = false;
        (await tags.FindAsync([Ann], MatchTagSet.Of([order]), Token)).Should().Equal([[order]], "the ring was put back");
    }

    private static async Task RefusedAsync(Func<Task> asking)
    {
        var refusal = (await asking.Should().ThrowAsync<KeyRingException>()).Which;
        refusal.Id.Should().Be("GDPR3180");
        refusal.Remedy.Should().NotBeEmpty();
    }
}
