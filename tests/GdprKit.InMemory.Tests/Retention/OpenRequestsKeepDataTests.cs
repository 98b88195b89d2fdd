using GdprKit.Ledger;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Retention;

/// <summary>What somebody asked about is there until the answer is given, whatever goes meanwhile.</summary>
public sealed class OpenRequestsKeepDataTests : RunTest
{
    [Theory]
    [InlineData(RightsRequestKind.Access)]
    [InlineData(RightsRequestKind.Rectification)]
    [InlineData(RightsRequestKind.Portability)]
    public async Task Data_past_their_period_wait_for_the_answer(RightsRequestKind kind)
    {
        Bought(3, 4, 5);
        var id = await ReceiveAsync(kind, Buyers[1]);
        var asked = Buyers[1];
        (await Retention.PreviewAsync(Token)).Entities.Single().RowsOnHold.Should().Be(1);

        await SweepAsync();

        Buyers.Should().Equal(asked);
        await Get<RightsRequests>().AcceptAsync(id, Owner, cancellationToken: Token);
        await Get<RightsRequests>().FulfilAsync(id, Owner, RightsFulfilment.ByHand("We sent a copy."), cancellationToken: Token);
        await SweepAsync();
        Buyers.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_asks_for_erasure_keeps_nothing()
    {
        Bought(3, 4);
        await ReceiveAsync(RightsRequestKind.Erasure, Buyers[0]);

        await SweepAsync();

        Buyers.Should().BeEmpty();
    }

    [Fact]
    public async Task A_request_that_comes_when_rows_are_about_to_go_keeps_them()
    {
        Bought(3, 4);
        var asked = Buyers[0];
        Between(async () => await ReceiveAsync(RightsRequestKind.Access, asked));

        await SweepAsync();

        Buyers.Should().Equal(asked);
    }

    [Fact]
    public async Task The_person_is_told_why_it_is_still_there()
    {
        Bought(3);
        await ReceiveAsync(RightsRequestKind.Access, Buyers[0]);

        (await Retention.ExplainAsync(IdOf(Buyers[0]), Token).ToListAsync(Token)).Single().Fields.Single().Retention.Suspensions.Single().Kind.Should().Be(SuspensionKind.OpenRequest);
    }

    private static SubjectId IdOf(Buyer buyer) => SubjectId.Of(Customers, buyer.Id);

    private async Task SweepAsync()
    {
        await ApproveAsync();
        await Runner.RunAsync(Token);
    }

    private async Task<EntryId> ReceiveAsync(RightsRequestKind kind, Buyer buyer) => await Get<RightsRequests>().ReceiveAsync(
        new() { Kind = kind, Through = RightsRequestChannel.PrivacyCentre, From = RightsRequestOrigin.Account }, IdOf(buyer), cancellationToken: Token);
}
