using System.Text;
using System.Text.Json;
using GdprKit.Documents;
using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>Erasures in the database of a host: what goes at once, what stays until its day, and what is asked of others.</summary>
public abstract class ErasureTests(ClubhouseDatabase database) : WorkshopTest(database)
{
    [Fact]
    public async Task What_no_law_demands_goes_at_once_and_of_nobody_else()
    {
        await PutAsync(clients: 3);
        var order = await OrderAsync(First);

        (await RunAsync()).Orders.Should().Be(1);

        await WithAsync(async context =>
        {
            var clients = await context.Set<Client>().IgnoreQueryFilters().AsNoTracking().OrderBy(client => client.Id).ToListAsync(Token);
            clients.Select(client => (client.Name, client.Email)).Should().Equal(("somebody", null), ("somebody", "somebody@example.nl"), ("somebody", "somebody@example.nl"));
            (await context.Set<Wish>().Select(wish => wish.ClientId).OrderBy(id => id).ToListAsync(Token)).Should().Equal(2, 3);
            (await context.Set<Bill>().CountAsync(Token), await context.Set<BillLine>().CountAsync(Token)).Should().Be((6, 12), "the law demands bills");
            return 0;
        });
        var store = (await FindAsync(order)).Places.Single(place => place.Kind is ErasurePlaceKind.Store);
        store.Should().BeEquivalentTo(new { Answer = ErasurePlaceAnswer.Waiting, Deleted = 2L, Emptied = 1L, ErasableFrom = new LocalDate(2033, 1, 1) });
    }

    [Fact]
    public async Task A_plan_says_beforehand_what_is_done()
    {
        await PutAsync(clients: 2);

        var plan = await HandleAsync<Erasures, ErasurePlan>(erasures => erasures.PlanAsync(First, Token));

        plan.Entities.ToDictionary(entity => entity.Entity.Split('.')[^1], entity => (entity.Rows, entity.RowsToGo)).Should().BeEquivalentTo(
            new Dictionary<string, (long, long)> { [nameof(Client)] = (1, 0), [nameof(Bill)] = (2, 0), [nameof(BillLine)] = (4, 0), [nameof(Wish)] = (1, 1), [nameof(Chat)] = (2, 1) });
        FieldOf(plan, nameof(Client), "Email").Should().BeEquivalentTo(new { Now = 1L, Stays = Array.Empty<ErasureStay>() });
        FieldOf(plan, nameof(Client), "Name").Stays.Should().Equal(new ErasureStay(ErasureStayReason.Law, 1, new LocalDate(2034, 1, 1), Invoicing, new("invoicing")));
        FieldOf(plan, nameof(Bill), "Work").Stays.Select(stay => (stay.Values, stay.ErasableFrom)).Should().Equal((1, new LocalDate(2033, 1, 1)), (1, new LocalDate(2034, 1, 1)));
        FieldOf(plan, nameof(Chat), "Text").Should().BeEquivalentTo(new { Now = 1L, Stays = new[] { new ErasureStay(ErasureStayReason.OfSomebodyElseToo, 1) } });
        (plan.NextDay, plan.HasRest).Should().Be((new LocalDate(2033, 1, 1), true));
        plan.Places.Select(place => place.ToString()).Should().Equal("Store workshop-context", "Target search-index", "Undeclared undeclared", "Recipient mail-program", "Recipient tax-authority");
        plan.Undeclared.Select(finding => finding.Place).Should().Equal("Client.IsHidden");
    }

    [Fact]
    public async Task What_must_stay_goes_on_its_day_by_itself_and_the_link_last()
    {
        await PutAsync(clients: 1);
        var order = await OrderAsync(First);
        await RunAsync();
        await DoByHandAsync(order);
        await TellAsync(order);
        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Waiting);
        (await RunAsync()).Orders.Should().Be(0, "nothing is due before 2033");

        Clock.Reset(Instant.FromUtc(2033, 1, 1, 9, 0));
        await RunAsync();
        (await CountsAsync()).Should().Be((1, 1, 2));
        (await LinkedAsync(First)).Should().BeTrue();
        Clock.Reset(Instant.FromUtc(2034, 1, 1, 9, 0));
        await RunAsync();

        (await CountsAsync()).Should().Be((0, 0, 0));
        (await FindAsync(order)).Status.Should().Be(ErasureOrderStatus.Completed);
        (await LinkedAsync(First)).Should().BeFalse();
        (await DetailsAsync()).Should().BeEmpty("what somebody wrote would lead to the person again");
    }

    [Fact]
    public async Task Nothing_is_done_before_every_place_has_answered()
    {
        await PutAsync(clients: 1);
        var order = await OrderAsync(First);
        await RunAsync();

        var early = async () => await TellAsync(order);

        (await early.Should().ThrowAsync<RightsRequestException>()).Which.Message.Should().StartWith("GDPR1578: ");
        await DoByHandAsync(order);
        (await TellAsync(order)).Status.Should().Be(RightsRequestStatus.Fulfilled);
    }

    [Theory]
    [InlineData("nl", "Je gegevens zijn gewist", "art. 52 lid 4 AWR", "31 december 2033", "Belastingdienst kreeg gegevens", "27 december 2026", "binnen zes weken")]
    [InlineData("en", "Your data were erased", "art. 52 lid 4 AWR", "31 December 2033", "Belastingdienst received data", "27 December 2026", "within six weeks")]
    public async Task A_letter_says_what_went_what_stays_who_was_told_and_what_can_be_done(string language, string title, params string[] said)
    {
        await PutAsync(clients: 1);
        var order = await OrderAsync(First);
        await RunAsync();
        var early = () => HandleAsync<Erasures, Document>(erasures => erasures.WriteLetterAsync(order.Id, Language.Parse(language), Token));
        (await early.Should().ThrowAsync<RightsRequestException>()).Which.Message.Should().StartWith("GDPR1578: ");
        await DoByHandAsync(order);

        var letter = await early();

        letter.Title.Should().Be(title);
        letter.ToMarkdown().Should().ContainAll(said).And.NotContain("somebody");
    }

    [Theory]
    [InlineData("nl", "Bewijs van wissen", "art. 52 lid 4 AWR", "31 december 2033", "workshop-context", "gewist wat weg kon", "Belastingdienst", "Over andere plaatsen zegt het niets")]
    [InlineData("en", "Certificate of erasure", "art. 52 lid 4 AWR", "31 December 2033", "workshop-context", "erased what could go", "Belastingdienst", "Of other places it says nothing")]
    public async Task A_certificate_proves_what_went_and_what_stays_until_when_and_why(string language, string title, params string[] said)
    {
        await PutAsync(clients: 2);
        var order = await OrderAsync(First);
        await RunAsync();
        await DoByHandAsync(order);

        var certificate = await HandleAsync<ErasureCertificates, ErasureCertificate>(certificates => certificates.IssueAsync(order.Id, Token));

        var tip = (await HandleAsync<ILedgerLog, LedgerTip?>(log => log.ReadTipAsync(Token)))!;
        ErasureCertificate.FromJson(certificate.ToJson()).Verify(tip.Ledger, new CheckpointClaim(tip.Tree.Size, tip.Tree.Root)).Should().BeEmpty();
        certificate.Places[0].Kept.Should().Equal(
            new ErasureKept(ErasureStayReason.Law, [Name, Purchases], new LocalDate(2034, 1, 1), Invoicing, new("invoicing")),
            new ErasureKept(ErasureStayReason.OfSomebodyElseToo, [EmailAddress]));
        var document = certificate.ToDocument(Host.GetRequiredService<PersonalDataMap>(), Language.Parse(language));
        document.Title.Should().Be(title);
        document.ToMarkdown().Should().ContainAll(said).And.Contain(tip.Tree.Root.ToString()).And.Contain(certificate.Entries[0].Id.ToString()).And.NotContainAny("example.nl", "a repair", "a new saddle");
        Encoding.UTF8.GetString(certificate.ToJson()).Should().NotContainAny("somebody", "example.nl", "a repair", "a new saddle");
    }

    [Fact]
    public async Task Of_rows_that_went_the_ledger_says_how_many_and_of_what_kind_and_nothing_else()
    {
        await PutAsync(clients: 1);
        await OrderAsync(First);
        await RunAsync();

        var entries = await HandleAsync<ILedgerStore, ValueList<LedgerEntry>>(ledger => ledger.ReadLatestAsync(null, 1000, Token));

        var gone = entries.Where(entry => entry.Type.Name == "erasure.rows-gone").Select(entry => JsonDocument.Parse(entry.Facts.AsSpan().ToArray()).RootElement).ToList();
        gone.SelectMany(facts => facts.EnumerateObject().Select(member => member.Name)).Distinct().Should().Equal("categories", "deleted", "emptied", "place");
        (gone.Sum(facts => facts.GetProperty("deleted").GetInt64()), gone.Sum(facts => facts.GetProperty("emptied").GetInt64())).Should().Be((2, 1), "a wish, a message to nobody, and an address");
        gone.SelectMany(facts => facts.GetProperty("categories").EnumerateArray().Select(category => category.GetString())).Distinct().Order().Should().Equal("email-address", "purchases");
    }

    [Fact]
    public async Task A_target_that_is_down_for_days_is_asked_again_and_keeps_nothing_else()
    {
        await PutAsync(clients: 1);
        Index.Answer = () => throw new HttpRequestException("somebody@example.nl is not there");
        var order = await OrderAsync(First);
        await RunAsync();
        (await WithAsync(context => context.Set<Wish>().CountAsync(Token))).Should().Be(0);

        for (var minutes = 0; minutes < 3 * 24 * 60; minutes += 30)
        {
            Clock.AdvanceMinutes(30);
            await RunAsync();
        }

        var failed = (await FindAsync(order)).Find(new ErasurePlace(ErasurePlaceKind.Target, Index.Key))!;
        failed.Should().BeEquivalentTo(new { Answer = ErasurePlaceAnswer.Unspecified });
        failed.Failures.Should().BeInRange(15, 25, "ever later, at last every six hours");
        Index.Answer = () => new ErasureAnswer.Erased(5);
        Clock.AdvanceHours(6);
        await RunAsync();
        (await FindAsync(order)).Find(new ErasurePlace(ErasurePlaceKind.Target, Index.Key)).Should().BeEquivalentTo(new { Answer = ErasurePlaceAnswer.Done, Deleted = 5L, Failures = 0 });
    }

    [Fact]
    public async Task What_a_hold_keeps_goes_after_it_was_lifted()
    {
        await PutAsync(clients: 2);
        var hold = await HandleAsync<LegalHolds, EntryId>(holds => holds.PlaceAsync(new HoldScope.Person(Second), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token));
        var order = await OrderAsync(Second);
        await RunAsync();
        (await WithAsync(context => context.Set<Wish>().CountAsync(Token))).Should().Be(2);
        (await FindAsync(order)).Places[0].Answer.Should().Be(ErasurePlaceAnswer.Waiting);
        var plan = await HandleAsync<Erasures, ErasurePlan>(erasures => erasures.PlanAsync(Second, Token));
        FieldOf(plan, nameof(Wish), "Text").Stays.Should().Equal(new ErasureStay(ErasureStayReason.LegalHold, 1));

        await HandleAsync<LegalHolds, LegalHold>(holds => holds.LiftAsync(new HoldScope.Person(Second), hold, Owner, "settled", Token));
        Clock.AdvanceDays(1);
        await RunAsync();

        (await WithAsync(context => context.Set<Wish>().Select(wish => wish.ClientId).ToListAsync(Token))).Should().Equal(1);
    }

    [Fact]
    public async Task What_arrived_after_the_order_is_not_meant()
    {
        await PutAsync(clients: 1);
        var order = await OrderAsync(First);
        await WithAsync(context => context.Set<Client>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(client => client.SignedUpAt, new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc)), Token));

        await RunAsync();

        (await WithAsync(context => context.Set<Client>().IgnoreQueryFilters().Select(client => client.Email).SingleAsync(Token))).Should().NotBeNull();
        order.Status.Should().Be(ErasureOrderStatus.Ordered);
    }

    [Fact]
    public async Task Whoever_takes_it_back_or_comes_back_loses_nothing_more()
    {
        await PutAsync(clients: 2);
        var taken = await OrderAsync(First);
        var ended = await OrderAsync(Second);
        await HandleAsync<RightsRequests, RightsRequest>(requests => requests.WithdrawAsync(taken.Id, null, cancellationToken: Token));
        await HandleAsync<Erasures, ErasureOrder>(erasures => erasures.EndAsync(ended.Id, Owner, Token));

        (await RunAsync()).Orders.Should().Be(0);

        (await WithAsync(context => context.Set<Wish>().CountAsync(Token))).Should().Be(2);
        (await FindAsync(taken)).Status.Should().Be(ErasureOrderStatus.Ended);
    }

    [Fact]
    public async Task Ordering_twice_is_ordering_once_and_an_order_needs_a_granted_request()
    {
        await PutAsync(clients: 1);
        var order = await OrderAsync(First);
        (await HandleAsync<Erasures, ErasureOrder>(erasures => erasures.OrderForAsync(order.Id, Owner, cancellationToken: Token))).Should().BeEquivalentTo(order);
        var asked = await RequestAsync(First);
        var access = await RequestAsync(First, RightsRequestKind.Access);
        var nobodys = await RequestAsync(null);

        foreach (var unfit in new[] { asked, access, nobodys, EntryId.New(Clock.GetCurrentInstant()) })
        {
            var ordering = () => HandleAsync<Erasures, ErasureOrder>(erasures => erasures.OrderForAsync(unfit, Owner, cancellationToken: Token));
            (await ordering.Should().ThrowAsync<ErasureException>()).Which.Message.Should().StartWith("GDPR1571: ");
        }
    }

    private static ErasurePlanField FieldOf(ErasurePlan plan, string entity, string property) =>
        plan.Entities.Single(each => each.Entity.EndsWith($".{entity}", StringComparison.Ordinal)).Fields.Single(field => field.Property.ToString() == property);

    private async Task<(int Clients, int Bills, int Lines)> CountsAsync() => await WithAsync(async context =>
        (await context.Set<Client>().IgnoreQueryFilters().CountAsync(Token), await context.Set<Bill>().CountAsync(Token), await context.Set<BillLine>().CountAsync(Token)));

    private async Task<bool> LinkedAsync(SubjectId person) =>
        !(await HandleAsync<ISubjectDirectory, ValueList<SubjectLink>>(subjects => subjects.FindBySubjectAsync([person], Token))).IsEmpty;

    private async Task<List<EntryDetails>> DetailsAsync() =>
        (await HandleAsync<ILedgerStore, ValueList<LedgerEntry>>(ledger => ledger.ReadLatestAsync(null, 1000, Token))).Select(entry => entry.Details).OfType<EntryDetails>().Where(details => !details.ToTexts().IsEmpty).ToList();
}
