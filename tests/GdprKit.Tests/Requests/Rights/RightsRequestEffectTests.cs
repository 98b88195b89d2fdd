using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>What takes effect with a request: objections and restrictions.</summary>
public sealed class RightsRequestEffectTests : RightsRequestTest
{
    [Fact]
    public async Task An_objection_to_marketing_is_in_force_and_fulfilled_when_it_is_received()
    {
        var id = await ReceiveAsync(RightsRequestKind.Objection);
        var named = await ReceiveAsync(RightsRequestKind.Objection, Newsletter);

        (await FindAsync(id)).Should().BeEquivalentTo(new { Status = RightsRequestStatus.Fulfilled, Means = RightsFulfilmentMeans.AtOnce, IsAgainstMarketing = true });
        (await Objections.FindAsync(Ann, cancellationToken: Token))!.Status.Should().Be(ObjectionStatus.Raised);
        (await FindAsync(named)).Should().BeEquivalentTo(new { Status = RightsRequestStatus.Fulfilled, IsAgainstMarketing = true });
        (await Objections.FindAsync(Ann, Newsletter, Token))!.Status.Should().Be(ObjectionStatus.Raised);
        foreach (var ground in Enum.GetValues<RightsRequestGround>())
        {
            await RefusesAsync("GDPR1518", () => Requests.RefuseAsync(id, Clerk, ground, "We would rather not.", Token).AsTask());
            await RefusesAsync("GDPR1518", () => Requests.RefuseInPartAsync(id, Clerk, ground, "We would rather not.", Token).AsTask());
        }

        await RefusesAsync("GDPR1526", () => Requests.ReopenAsync(id, Clerk, "We would rather not.", Token).AsTask());
    }

    [Fact]
    public async Task An_objection_is_in_force_from_receipt_until_the_balance_is_recorded()
    {
        var (upheld, refused) = (await ReceiveAsync(RightsRequestKind.Objection, Claims), await ReceiveAsync(RightsRequestKind.Objection, Claims, person: Bob));
        (await Objections.FindAsync(Ann, Claims, Token))!.Status.Should().Be(ObjectionStatus.Raised);

        await Requests.AcceptAsync(upheld, Clerk, cancellationToken: Token);
        await Requests.RefuseAsync(refused, Clerk, RightsRequestGround.CompellingGrounds, "The kettle is before the court.", Token);

        (await Objections.FindAsync(Ann, Claims, Token))!.Status.Should().Be(ObjectionStatus.Upheld);
        (await Objections.FindAsync(Bob, Claims, Token))!.Status.Should().Be(ObjectionStatus.Overridden);
        await Requests.ReopenAsync(refused, Clerk, "The court has decided.", Token);
        (await Objections.FindAsync(Bob, Claims, Token))!.Status.Should().Be(ObjectionStatus.Raised, "it is weighed anew");
        await Requests.WithdrawAsync(refused, null, cancellationToken: Token);
        (await Objections.FindAsync(Bob, Claims, Token))!.Status.Should().Be(ObjectionStatus.Withdrawn);
    }

    [Fact]
    public async Task The_objection_and_the_request_are_recorded_together_or_not_at_all()
    {
        Store.Failure = new InvalidOperationException("away");
        await FluentActions.Awaiting(() => ReceiveAsync(RightsRequestKind.Objection, Claims).AsTask()).Should().ThrowAsync<InvalidOperationException>();
        Store.Failure = null;
        (await EntriesAsync()).Should().BeEmpty();

        await ReceiveAsync(RightsRequestKind.Objection, Claims);
        (await EntriesAsync()).Select(entry => entry.RecordedAt).Distinct().Should().ContainSingle("both are of one append");
    }

    [Fact]
    public async Task An_objection_where_the_law_knows_none_changes_nothing_and_cannot_be_granted()
    {
        var id = await ReceiveAsync(RightsRequestKind.Objection, Orders);

        (await Objections.FindAsync(Ann, Orders, Token)).Should().BeNull("what rests on a contract goes on");
        await RefusesAsync("GDPR1525", () => Requests.AcceptAsync(id, Clerk, cancellationToken: Token).AsTask());
        (await Requests.RefuseAsync(id, Clerk, RightsRequestGround.ConditionsNotMet, "We need it to deliver the kettle.", Token)).Status.Should().Be(RightsRequestStatus.Refused);
        (await Objections.FindAsync(Ann, Orders, Token)).Should().BeNull();
    }

    [Fact]
    public async Task A_restriction_is_placed_when_it_is_granted_and_lifted_only_after_the_person_was_told()
    {
        var id = await ReceiveAsync(RightsRequestKind.Restriction);
        (await Restrictions.FindAsync(Ann, cancellationToken: Token)).Should().BeNull();
        await RefusesAsync("GDPR1523", () => Requests.AcceptAsync(id, Clerk, cancellationToken: Token).AsTask());
        await RefusesAsync("GDPR1523", () => Requests.AcceptAsync(id, Clerk, RestrictionGround.Unspecified, Token).AsTask());

        await Requests.AcceptAsync(id, Clerk, RestrictionGround.AccuracyContested, Token);

        (await Restrictions.FindAsync(Ann, cancellationToken: Token))!.Grounds.Should().Equal(RestrictionGround.AccuracyContested);
        await RefusesAsync("GDPR1526", () => Requests.ReopenAsync(id, Clerk, "It was right after all.", Token).AsTask());
        await FluentActions.Awaiting(() => Restrictions.LiftAsync(Ann, RestrictionGround.AccuracyContested, Start + Duration.FromDays(1), cancellationToken: Token).AsTask())
            .Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1250: *");
    }

    [Fact]
    public async Task What_changes_decisions_is_not_granted_to_nobody()
    {
        var (restriction, objection) = (await ReceiveFromNobodyAsync(RightsRequestKind.Restriction), await ReceiveFromNobodyAsync(RightsRequestKind.Objection, Claims));

        await RefusesAsync("GDPR1524", () => Requests.AcceptAsync(restriction, Clerk, RestrictionGround.NeededForClaims, Token).AsTask());
        await RefusesAsync("GDPR1524", () => Requests.AcceptAsync(objection, Clerk, cancellationToken: Token).AsTask());
        (await Requests.RefuseAsync(objection, Clerk, RightsRequestGround.CannotIdentify, "We cannot tell who you are.", Token)).Status.Should().Be(RightsRequestStatus.Refused);
    }

    [Fact]
    public async Task An_objection_of_nobody_is_in_force_when_it_is_assigned()
    {
        var (marketing, claims) = (await ReceiveFromNobodyAsync(RightsRequestKind.Objection), await ReceiveFromNobodyAsync(RightsRequestKind.Objection, Claims));
        (await FindAsync(marketing)).Status.Should().Be(RightsRequestStatus.Received);

        (await Requests.AssignAsync(marketing, Ann, Clerk, Token)).Status.Should().Be(RightsRequestStatus.Fulfilled);
        (await Requests.AssignAsync(claims, Ann, Clerk, Token)).Status.Should().Be(RightsRequestStatus.Received);

        (await Objections.FindAsync(Ann, cancellationToken: Token))!.Status.Should().Be(ObjectionStatus.Raised);
        (await Objections.FindAsync(Ann, Claims, Token))!.Status.Should().Be(ObjectionStatus.Raised);
    }

    [Fact]
    public void Every_open_ground_has_its_article_and_marketing_has_none()
    {
        foreach (var kind in Enum.GetValues<RightsRequestKind>().Except([RightsRequestKind.Unspecified]))
        {
            RightsRequestGrounds.For(kind).Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.BeInAscendingOrder();
            RightsRequestGrounds.For(kind).Should().AllSatisfy(ground => RightsRequestGrounds.ArticleOf(kind, ground).Should().NotBeNull());
        }

        RightsRequestGrounds.For(RightsRequestKind.Objection, isAgainstMarketing: true).Should().BeEmpty();
        RightsRequestGrounds.For(RightsRequestKind.Unspecified).Should().BeEmpty();
        RightsRequestGrounds.ArticleOf(RightsRequestKind.Erasure, RightsRequestGround.LegalObligation).Should().Be("17(3)(b)");
        RightsRequestGrounds.ArticleOf(RightsRequestKind.Access, RightsRequestGround.LegalObligation).Should().BeNull();
        RightsRequestGrounds.ArticleOf(RightsRequestKind.Objection, RightsRequestGround.LegalClaims).Should().Be("21(1)");
    }
}
