using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Retention;

/// <summary>What a hold or a restriction keeps is told before anything goes, and to the person.</summary>
public sealed class HoldsAreToldTests : RunTest
{
    private static readonly LocalDate ReviewOn = new(2027, 5, 1);

    [Fact]
    public async Task A_preview_counts_what_waits()
    {
        Bought(3, 4, 5);
        await HoldAsync(new HoldScope.Person(IdOf(Buyers[0])));

        var preview = await Retention.PreviewAsync(Token);

        (preview.RowsToGo, preview.Entities.Single().RowsOnHold, preview.Entities.Single().Groups.Single().OnHold).Should().Be((3, 1, 1));
        preview.ToDocument(Retention.Plan, Language.English).ToMarkdown().Should().Contain("Of these stay for now, because a hold or a restriction keeps them: 1.");
    }

    [Fact]
    public async Task A_hold_on_all_of_them_counts_all()
    {
        Bought(3, 4, 5);
        await HoldAsync(new HoldScope.Category(EmailAddress));

        (await Retention.PreviewAsync(Token)).Entities.Single().RowsOnHold.Should().Be(3);
    }

    [Fact]
    public async Task Who_placed_one_does_not_change_what_was_approved()
    {
        Bought(3, 4, 5);
        var before = (await Retention.PreviewAsync(Token)).Digest;
        await HoldAsync(new HoldScope.Person(IdOf(Buyers[0])));

        (await Retention.PreviewAsync(Token)).Digest.Should().Be(before);
        await Runs.ApproveAsync(before, Owner, Token);
        (await Runner.RunAsync(Token)).Run!.Run.Done.Should().Be(2, "what a hold keeps is looked up when it would go");
    }

    [Fact]
    public async Task A_person_is_told_why_it_is_still_there()
    {
        Bought(3);
        var held = await HoldAsync(new HoldScope.Person(IdOf(Buyers[0])));
        (await ExplainAsync()).Suspensions.Should().Equal(new RetentionSuspension(SuspensionKind.LegalHold, new LocalDate(2026, 11, 26), null));
        (await ExplainAsync()).IsDueOn(new LocalDate(2026, 11, 26)).Should().BeFalse();

        await Get<LegalHolds>().LiftAsync(new HoldScope.Person(IdOf(Buyers[0])), held, Owner, "settled", Token);
        (await ExplainAsync()).Suspensions.Should().BeEmpty();
        await Get<Restrictions>().PlaceAsync(IdOf(Buyers[0]), RestrictionGround.NeededForClaims, cancellationToken: Token);
        (await ExplainAsync()).Suspensions.Single().Kind.Should().Be(SuspensionKind.Restriction);
    }

    private static SubjectId IdOf(Buyer buyer) => SubjectId.Of(Customers, buyer.Id);

    private async Task<EntryId> HoldAsync(HoldScope scope) => await Get<LegalHolds>().PlaceAsync(scope, HoldGround.LegalClaims, Owner, "a claim", ReviewOn, cancellationToken: Token);

    private async Task<FieldRetention> ExplainAsync() => (await Retention.ExplainAsync(IdOf(Buyers[0]), Token).ToListAsync(Token)).Single().Fields.Single().Retention;
}
