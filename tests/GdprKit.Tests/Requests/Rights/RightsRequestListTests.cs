using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>What is open, what is due, what keeps data from going, and how it is told.</summary>
public sealed class RightsRequestListTests : RightsRequestTest
{
    [Fact]
    public async Task Open_requests_are_listed_by_the_day_on_which_they_are_due()
    {
        var (third, first) = (await ReceiveAsync(), await ReceiveAsync(RightsRequestKind.Erasure, on: Today.PlusDays(-20), person: Bob));
        var second = await Requests.ReceiveAsync(Letter(on: Today.PlusDays(-10)), null, cancellationToken: Token);
        var closed = await ReceiveAsync(on: Today.PlusDays(-30));
        await Requests.WithdrawAsync(closed, null, cancellationToken: Token);
        var marketing = await ReceiveAsync(RightsRequestKind.Objection);

        var listed = await Requests.ListOpenAsync(cancellationToken: Token).ToListAsync(Token);

        listed.Select(item => (item.Request.Id, item.Person, item.IsOverdue)).Should().Equal((first, Bob, false), (second, null, false), (third, Ann, false));
        (await Requests.ListOpenAsync(new LocalDate(2026, 12, 16), Token).Select(item => item.Request.Id).ToListAsync(Token)).Should().Equal(first, second);
        (await Requests.ListOpenAsync(new LocalDate(2026, 12, 15), Token).Select(item => item.Request.Id).ToListAsync(Token)).Should().Equal(first);
        (await Requests.ListAsync(Ann, Token).Select(request => request.Id).ToListAsync(Token)).Should().BeEquivalentTo([third, closed, marketing]);
    }

    [Fact]
    public async Task Closed_requests_are_listed_from_the_last_on_and_one_that_went_on_elsewhere_is_none()
    {
        var (first, open, last) = (await ReceiveAsync(), await ReceiveAsync(RightsRequestKind.Erasure), await ReceiveFromNobodyAsync());
        await Requests.WithdrawAsync(first, null, cancellationToken: Token);
        Clock.AdvanceDays(1);
        await Requests.AssignAsync(last, Bob, Clerk, Token);
        await Requests.WithdrawAsync(last, Clerk, cancellationToken: Token);

        var listed = await Requests.ListClosedAsync(Token).ToListAsync(Token);

        listed.Select(item => (item.Request.Id, item.Person, item.IsOverdue)).Should().Equal((last, Bob, false), (first, Ann, false));
        listed.Should().NotContain(item => item.Request.Id == open);
    }

    [Fact]
    public async Task That_a_file_was_opened_is_recorded_once_for_each_operator_and_day_and_the_person_reads_it_without_a_name()
    {
        var id = await ReceiveAsync();
        var before = await FindAsync(id);
        foreach (var reader in new[] { Clerk, Colleague, Clerk, Colleague })
        {
            await Requests.RecordOpenedAsync(id, reader, Token);
        }

        (await FindAsync(id)).Should().Be(before with { OpenedOn = Today, OpenedBy = [Clerk.Key, Colleague.Key] }, "it changes nothing else");
        Clock.AdvanceDays(1);
        await Requests.RecordOpenedAsync(id, Colleague, Token);
        await Requests.WithdrawAsync(id, null, cancellationToken: Token);
        await Requests.RecordOpenedAsync(id, Clerk, Token);

        var read = await Requests.ReadHistoryAsync(id, RightsRequestReader.Person, Language.English, Token).ToListAsync(Token);
        var handled = await Requests.ReadHistoryAsync(id, RightsRequestReader.Operator, Language.English, Token).ToListAsync(Token);
        var opened = handled.Where(step => step.Sentence.Contains("looked at the request", StringComparison.Ordinal)).ToList();
        opened.Select(step => (step.On, step.By)).Should().Equal(
            (Today, "staff-7"), (Today, "staff-8"), (Today.PlusDays(1), "staff-8"), (Today.PlusDays(1), "staff-7"));
        read[1].Sentence.Should().Be($"A member of staff of {TestRegisters.Shop().Controller.Name} looked at the request on 26 November 2026.");
        read.Select(step => step.By).Should().NotContain(by => by != null && by.StartsWith("staff", StringComparison.Ordinal));
        await RefusesAsync("GDPR1513", async () => await Requests.RecordOpenedAsync(EntryId.New(Start), Clerk, Token));
    }

    [Fact]
    public async Task That_a_file_was_opened_goes_along_to_the_person_to_whom_the_request_is_assigned()
    {
        var id = await ReceiveFromNobodyAsync();
        await Requests.RecordOpenedAsync(id, Clerk, Token);

        await Requests.AssignAsync(id, Bob, Clerk, Token);
        await Requests.RecordOpenedAsync(id, Clerk, Token);

        var history = await Requests.ReadHistoryAsync(id, RightsRequestReader.Operator, Language.English, Token).ToListAsync(Token);
        history.Count(step => step.Sentence.Contains("looked at the request", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_request_is_overdue_when_the_last_day_is_over_where_the_controller_is()
    {
        var id = await ReceiveAsync(on: new LocalDate(2026, 11, 2));
        Clock.Reset(Instant.FromUtc(2026, 12, 2, 22, 59));
        (await Requests.ListOverdueAsync(Token).CountAsync(Token)).Should().Be(0);
        (await Requests.ReportAsync(Token)).Should().Be(new RightsRequestReport { Today = new(2026, 12, 2), Open = 1, Waiting = 0, Overdue = 0, DueSoon = 1, NextDueOn = new(2026, 12, 2) });

        Clock.Reset(Instant.FromUtc(2026, 12, 2, 23, 0));

        (await Requests.ListOverdueAsync(Token).Select(item => item.Request.Id).ToListAsync(Token)).Should().Equal(id);
        (await Requests.ReportAsync(Token)).Should().Be(new RightsRequestReport { Today = new(2026, 12, 3), Open = 1, Waiting = 0, Overdue = 1, DueSoon = 0 });
    }

    [Fact]
    public async Task A_request_that_waits_for_the_person_is_not_overdue()
    {
        var id = await ReceiveAsync();
        await Requests.AskIdentityAsync(id, Clerk, "Another name.", cancellationToken: Token);
        Clock.AdvanceDays(90);

        (await Requests.ListOverdueAsync(Token).CountAsync(Token)).Should().Be(0);
        (await Requests.ReportAsync(Token)).Should().BeEquivalentTo(new { Open = 1L, Waiting = 1L, Overdue = 0L, DueSoon = 0L, NextDueOn = (LocalDate?)null });
        (await Requests.ListOpenAsync(cancellationToken: Token).CountAsync(Token)).Should().Be(1, "it is not forgotten");
    }

    [Theory]
    [InlineData(RightsRequestKind.Access, true)]
    [InlineData(RightsRequestKind.Rectification, true)]
    [InlineData(RightsRequestKind.Erasure, false)]
    [InlineData(RightsRequestKind.Restriction, true)]
    [InlineData(RightsRequestKind.Portability, true)]
    public async Task An_open_request_keeps_the_data_of_the_person_unless_it_is_to_erase_them(RightsRequestKind kind, bool isKept)
    {
        var id = await ReceiveAsync(kind);
        await ReceiveFromNobodyAsync(kind);

        (await IsKeptAsync(Ann)).Should().Be(isKept);
        (await IsKeptAsync(Bob)).Should().BeFalse("what nobody asked keeps nothing of anybody");
        await Requests.AskClarificationAsync(id, Clerk, "Which one?", cancellationToken: Token);
        (await IsKeptAsync(Ann)).Should().Be(isKept);
        await Requests.AcceptAsync(id, Clerk, kind is RightsRequestKind.Restriction ? RestrictionGround.NeededForClaims : null, Token);
        (await IsKeptAsync(Ann)).Should().Be(isKept, "it is still to be carried out");
        await Requests.FulfilAsync(id, Clerk, RightsFulfilment.ByHand("Done."), cancellationToken: Token);
        (await IsKeptAsync(Ann)).Should().BeFalse();
    }

    [Fact]
    public async Task A_request_is_evidence_for_five_years_after_its_answer_and_an_open_one_for_ever()
    {
        var (closed, open, erased) = (await ReceiveAsync(), await ReceiveAsync(person: Bob), await ReceiveAsync(RightsRequestKind.Erasure));
        await Requests.WithdrawAsync(closed, Clerk, cancellationToken: Token);
        await Requests.WithdrawAsync(erased, Clerk, cancellationToken: Token);

        Clock.Reset(Instant.FromUtc(2031, 11, 25, 12, 0));
        (await ExpireAsync()).Should().Be(0);
        Clock.Reset(Instant.FromUtc(2031, 11, 27, 12, 0));
        (await ExpireAsync()).Should().Be(2);

        (await Requests.FindAsync(closed, Token)).Should().BeNull();
        (await Requests.FindAsync(open, Token)).Should().NotBeNull();
    }

    [Theory]
    [InlineData("nl", """
        Op 26 november 2026 kwam per brief een verzoek om inzage binnen. Uiterlijk op 26 december 2026 volgt een antwoord. | medewerker 1
        Op 26 november 2026 is gevraagd te laten zien wie het verzoek doet, omdat daar twijfel over is. Tot het antwoord er is, staat de termijn stil. | medewerker 2
        Op 29 november 2026 is vastgesteld wie het verzoek doet. Wat daarvoor is getoond, is niet bewaard. Uiterlijk op 29 december 2026 volgt een antwoord. | medewerker 2
        Op 29 november 2026 is verteld dat het antwoord meer tijd kost, en waarom. Het komt uiterlijk op 28 februari 2027. | medewerker 1
        Het verzoek is op 29 november 2026 voor een deel afgewezen: het zou de rechten van anderen schaden (art. 15(4) AVG). De rest is toegewezen. | medewerker 1
        Het verzoek is op 29 november 2026 uitgevoerd. | medewerker 1
        """)]
    [InlineData("en", """
        On 26 November 2026 a request for access came by letter. It is answered by 26 December 2026 at the latest. | member of staff 1
        On 26 November 2026 it was asked to show who makes the request, because there is doubt about it. Until it is answered, the period stands still. | member of staff 2
        On 29 November 2026 it was established who makes the request. What was shown for it was not kept. It is answered by 29 December 2026 at the latest. | member of staff 2
        On 29 November 2026 it was told that the answer takes longer, and why. It comes by 28 February 2027 at the latest. | member of staff 1
        The request was refused in part on 29 November 2026: it would infringe the rights of others (Art. 15(4) GDPR). The rest was granted. | member of staff 1
        The request was carried out on 29 November 2026. | member of staff 1
        """)]
    public async Task The_person_reads_what_happened_in_plain_words_and_no_name(string language, string story)
    {
        var id = await ReceiveAsync();
        await Requests.AskIdentityAsync(id, Colleague, "Another name.", cancellationToken: Token);
        Clock.AdvanceDays(3);
        await Requests.ConfirmIdentityAsync(id, Colleague, cancellationToken: Token);
        await Requests.ExtendAsync(id, Clerk, "There are many.", cancellationToken: Token);
        await Requests.RefuseInPartAsync(id, Clerk, RightsRequestGround.RightsOfOthers, "Their mails stay here.", Token);
        await Requests.FulfilAsync(id, Clerk, RightsFulfilment.ByHand("We sent the rest."), cancellationToken: Token);

        var read = await Requests.ReadHistoryAsync(id, RightsRequestReader.Person, Language.Parse(language), Token).ToListAsync(Token);
        var handled = await Requests.ReadHistoryAsync(id, RightsRequestReader.Operator, Language.Parse(language), Token).ToListAsync(Token);

        string.Join('\n', read.Select(step => $"{step.Sentence} | {step.By}")).Should().Be(story.ReplaceLineEndings("\n").TrimEnd());
        read.SelectMany(step => step.Texts.Select(text => text.Name)).Should().Equal("address", "asked", "reasons", "sentence", "done");
        handled.Select(step => step.By).Should().Equal("staff-7", "staff-8", "staff-8", "staff-7", "staff-7", "staff-7");
        handled.SelectMany(step => step.Texts.Select(text => text.Name)).Should().Contain("doubt");
    }

    [Fact]
    public async Task Every_entry_is_told_in_both_languages()
    {
        foreach (var type in RightsRequest.Fold.EntryTypes)
        {
            RightsRequest.Fold.Tells(type).Should().BeTrue("{0} is shown to people", type);
            type.ToString().Should().StartWith("request.");
        }

        var (early, late) = (await ReceiveAsync(on: Today.PlusDays(-1)), await ReceiveAsync());
        await Requests.MergeAsync(late, early, Clerk, Token);
        await Requests.AskClarificationAsync(early, Clerk, "Which one?", cancellationToken: Token);
        await Requests.ClarifyAsync(early, null, cancellationToken: Token);
        var nobodys = await ReceiveFromNobodyAsync(RightsRequestKind.Objection);
        await Requests.AssignAsync(nobodys, Ann, Clerk, Token);
        var objection = await ReceiveAsync(RightsRequestKind.Objection, Claims);
        await Requests.RefuseAsync(objection, Clerk, RightsRequestGround.CompellingGrounds, "They weigh more.", Token);
        await Requests.ReopenAsync(objection, Clerk, "They do not.", Token);
        await Requests.WithdrawAsync(objection, null, cancellationToken: Token);
        var wording = new LedgerWording(TestRegisters.Shop(), [RightsRequest.Fold, Objection.Fold]);

        foreach (var entry in await EntriesAsync())
        {
            var (dutch, english) = (wording.Tell(entry, Language.Dutch), wording.Tell(entry, Language.English));
            dutch.Should().EndWith(".").And.NotContainAny("request.", "onbekend", "staff").And.NotBe(english);
            english.Should().EndWith(".").And.NotContainAny("not known here", "staff");
        }

        (await Requests.ReadHistoryAsync(objection, RightsRequestReader.Person, Language.Dutch, Token).Select(step => step.Sentence).FirstAsync(Token))
            .Should().Be("Op 26 november 2026 kwam per brief een bezwaar tegen ‘Klachten’ binnen. Uiterlijk op 26 december 2026 volgt een antwoord.");
    }

    private async Task<bool> IsKeptAsync(SubjectId person) =>
        (await ShieldedPeople.FindAsync(RowShield.Of([RightsRequest.Fold]), Store, Subjects, Token)).Contains(person);

    private async Task<long> ExpireAsync() => (await TestExpiry.Over(Store, TestRegisters.Shop(), Clock, RightsRequest.Fold).RunAsync(Token)).Single().Count;
}
