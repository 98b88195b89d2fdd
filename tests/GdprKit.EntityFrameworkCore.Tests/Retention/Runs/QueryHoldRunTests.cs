using GdprKit.Ledger;
using GdprKit.Retention;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>Holds on queries while rows go.</summary>
public abstract class QueryHoldRunTests(ClubhouseDatabase database) : ClubhouseTest(database)
{
    protected override bool HasHoldQueries => true;

    [Fact]
    public async Task A_row_that_meets_it_stays_with_what_goes_along_and_goes_when_it_is_lifted()
    {
        await PutAsync(guests: 3, badges: 2, remarks: 2);
        var (scope, hold) = await PlaceAsync(SecondGuest);

        (await RunAsync()).Status.Should().Be(RunStatus.Completed);
        (await CountsAsync()).Should().Be((1, 2, 0), "what somebody wrote has a period of its own");
        (await WithAsync(context => context.Set<Guest>().SingleAsync(Token))).Should().BeEquivalentTo(new { Id = 2, Email = "somebody@example.nl" }, "its values stay as well");

        await LiftAsync(scope, hold);
        await RunAsync();
        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task What_it_keeps_keeps_the_row_it_belongs_to_and_all_that_goes_along_with_that()
    {
        await PutAsync(guests: 2, badges: 2, remarks: 0);
        await MarkBadgeAsync(guest: 1);
        await PlaceAsync(MarkedBadge);

        await RunAsync();

        (await CountsAsync()).Should().Be((1, 3, 0), "of the first guest all three, and nothing of the other");
    }

    [Fact]
    public async Task What_it_keeps_keeps_the_row_to_which_it_refers()
    {
        await PutAsync(guests: 2, badges: 1, remarks: 1);
        await MarkRemarkAsync(guest: 1);
        await PlaceAsync(MarkedRemark);

        await RunAsync();

        (await CountsAsync()).Should().Be((1, 1, 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_rows_that_a_query_reads_stay_so_that_its_answer_remains_the_same(bool areJudged)
    {
        ReadsRemarks = areJudged;
        await PutAsync(guests: 2, badges: 1, remarks: 2);
        await MarkRemarkAsync(guest: 1);
        await PlaceAsync(Talkative);

        await RunAsync();
        (await CountsAsync()).Should().Be((1, 1, 2));

        await RunAsync();
        (await CountsAsync()).Should().Be((1, 1, 2), "the query still says the same");
    }

    [Fact]
    public async Task What_a_row_is_judged_by_stays_together()
    {
        ReadsRemarks = true;
        await PutAsync(guests: 2, badges: 2, remarks: 2);
        await MarkRemarkAsync(guest: 1);
        await PlaceAsync(MarkedRemark);

        await RunAsync();

        (await CountsAsync()).Should().Be((1, 2, 2), "a guest who stays is dated by all they wrote");
    }

    [Fact]
    public async Task A_query_that_has_left_the_map_keeps_all_rows_of_its_entity_and_no_others()
    {
        await PutAsync(guests: 2, badges: 1, remarks: 2);
        await StandAsync(QueryOf<Remark>("forgotten"));

        await RunAsync();

        (await CountsAsync()).Should().Be((2, 2, 4), "a guest does not go before what they wrote");
        (await WithAsync(context => context.Set<Guest>().CountAsync(guest => guest.Email != null, Token))).Should().Be(0, "what is no remark goes");
    }

    [Theory]
    [InlineData(nameof(ClubhouseContext), "GdprKit.Fossil")]
    [InlineData("OtherContext", "GdprKit.EntityFrameworkCore.Retention.Guest")]
    [InlineData(nameof(ClubhouseContext), "GdprKit.EntityFrameworkCore.Retention.guest")]
    [InlineData(nameof(ClubhouseContext), "GdprKit.TooLong.Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_query_of_what_the_map_does_not_have_any_more_keeps_everything(string store, string name)
    {
        await PutAsync(guests: 2, badges: 1, remarks: 1);
        await StandAsync(new HoldScope.Query(store, name, SecondGuest.Key));

        await RunAsync();

        (await CountsAsync()).Should().Be((2, 2, 2));
        (await WithAsync(context => context.Set<Guest>().CountAsync(guest => guest.Email == null, Token))).Should().Be(0);
    }

    [Fact]
    public async Task A_preview_counts_what_waits_and_an_explanation_says_it()
    {
        await PutAsync(guests: 3, badges: 0, remarks: 1);
        await PlaceAsync(SecondGuest);
        await PlaceAsync(Talkative);

        var preview = await Retention.PreviewAsync(Token);

        preview.Entities.Single(entity => entity.Entity == typeof(Guest).FullName).Should().BeEquivalentTo(new { RowsOnHold = 1L }, options => options.ExcludingMissingMembers());
        (await SuspensionsAsync(2)).Should().Equal(SuspensionKind.LegalHold);
        (await SuspensionsAsync(1)).Should().BeEmpty();

        async Task<List<SuspensionKind>> SuspensionsAsync(int guest) =>
            [.. (await Retention.ExplainAsync(SubjectId.Of(ShopKeys.Customers, guest), Token).ToListAsync(Token)).SelectMany(row => row.Fields).SelectMany(field => field.Retention.Suspensions).Select(each => each.Kind)];
    }

    [Fact]
    public async Task A_hold_that_is_placed_while_a_run_is_under_way_is_heeded()
    {
        await PutAsync(guests: 3, badges: 1, remarks: 0);
        var instance = Instance();
        await ApproveAsync(instance);
        await PlaceAsync(SecondGuest);

        await instance.GetRequiredService<RetentionRunner>().RunAsync(Token);

        (await CountsAsync()).Should().Be((1, 1, 0), "what was approved before does not go");
    }

    /// <summary>A hold as another program placed it, whose map has the query.</summary>
    private async Task StandAsync(HoldScope.Query query)
    {
        await using var scope = Instance().CreateAsyncScope();
        var draft = HoldEntries.Placed.Draft(new HoldPlaced(HoldGround.LegalClaims, Owner.Key, new LocalDate(2027, 3, 1), Clock.GetCurrentInstant() + Duration.FromDays(90)));
        await scope.ServiceProvider.GetRequiredService<LedgerStreams>().AppendAsync<LegalHold>(LegalHold.StreamOf(query), null, _ => [draft], Token);
        (await scope.ServiceProvider.GetRequiredService<LegalHolds>().ListAsync(Token).Select(hold => hold.Scope).ToListAsync(Token)).Should().Equal(new HoldScope.Unnamed(LegalHold.StreamOf(query)));
    }

    private Task<int> MarkBadgeAsync(int guest) => WithAsync(context =>
    {
        context.Add(new Badge { Id = Marked, GuestId = guest });
        return context.SaveChangesAsync(Token);
    });

    private Task<int> MarkRemarkAsync(int guest) =>
        WithAsync(context => context.Set<Remark>().Where(remark => remark.GuestId == guest).OrderBy(remark => remark.Id).Take(1).ExecuteUpdateAsync(set => set.SetProperty(remark => remark.Text, "hold"), Token));
}
