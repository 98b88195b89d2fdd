using GdprKit.Ledger;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Requests;

/// <summary>Whatever is refused says its id, the fault and the remedy, and records nothing.</summary>
public sealed class RightsRequestRefusalTests : RightsRequestTest
{
    public static TheoryData<string, string> BadIntakes => new()
    {
        { "no kind", "GDPR1503" },
        { "another kind", "GDPR1503" },
        { "no channel", "GDPR1504" },
        { "another origin", "GDPR1504" },
        { "two dates", "GDPR1505" },
        { "tomorrow", "GDPR1506" },
        { "in an hour", "GDPR1506" },
        { "five years and a day ago", "GDPR1507" },
        { "the year 226", "GDPR1507" },
        { "nobody entered it", "GDPR1508" },
        { "an activity that is not declared", "GDPR1510" },
        { "an activity of an access request", "GDPR1510" },
        { "huge words", "GDPR1512" },
        { "a control character", "GDPR1512" },
        { "half a character", "GDPR1512" },
        { "a huge address", "GDPR1512" },
    };

    [Theory]
    [MemberData(nameof(BadIntakes))]
    public async Task An_intake_that_cannot_be_right(string name, string id)
    {
        var intake = name switch
        {
            "no kind" => Letter(RightsRequestKind.Unspecified),
            "another kind" => Letter((RightsRequestKind)99),
            "no channel" => Letter() with { Through = RightsRequestChannel.Unspecified },
            "another origin" => Letter() with { From = (RightsRequestOrigin)99 },
            "two dates" => Letter(on: Today) with { ReceivedAt = Start },
            "tomorrow" => Letter(on: Today.PlusDays(1)),
            "in an hour" => Letter() with { ReceivedAt = Start + Duration.FromHours(1) },
            "five years and a day ago" => Letter(on: Today.PlusYears(-5).PlusDays(-1)),
            "the year 226" => Letter(on: new LocalDate(226, 11, 26)),
            "nobody entered it" => Letter() with { EnteredBy = null },
            "an activity that is not declared" => Letter(RightsRequestKind.Objection, Key<ProcessingActivity>.Parse("knitting")),
            "an activity of an access request" => Letter(activity: Claims),
            "huge words" => Letter() with { Words = new string('x', RightsRequests.LongestText + 1) },
            "a control character" => Letter() with { Words = "bell \u0007" },
            "half a character" => Letter() with { Words = "half \ud83d" },
            _ => Letter() with { Address = new string('x', RightsRequests.LongestAddress + 1) },
        };

        await RefusesAsync(id, () => Requests.ReceiveAsync(intake, Ann, cancellationToken: Token).AsTask());
        (await Subjects.FindBySubjectAsync([Ann], Token)).Should().BeEmpty("not even that there is such a person is recorded");
    }

    [Fact]
    public async Task What_just_fits()
    {
        var intake = Letter(on: Today.PlusYears(-5)) with { Words = "Two lines,\r\n\tand " + new string('x', 3_900), Address = new string('x', RightsRequests.LongestAddress) };

        (await FindAsync(await Requests.ReceiveAsync(intake, Ann, cancellationToken: Token))).ReceivedOn.Should().Be(Today.PlusYears(-5));
        await Requests.ReceiveAsync(Letter() with { ReceivedAt = Start + Duration.FromMinutes(4) }, Ann, cancellationToken: Token);
        await Requests.ReceiveAsync(new() { Kind = RightsRequestKind.Access, Through = RightsRequestChannel.PrivacyCentre, From = RightsRequestOrigin.Account }, Ann, cancellationToken: Token);
    }

    [Fact]
    public async Task A_person_of_a_kind_that_is_not_declared()
    {
        var visitor = SubjectId.Of(Key<SubjectKind>.Parse("visitors"), 471104711);
        await RefusesAsync("GDPR1509", () => ReceiveAsync(person: visitor).AsTask());

        var id = await ReceiveFromNobodyAsync();
        await RefusesAsync("GDPR1509", () => Requests.AssignAsync(id, visitor, Clerk, Token).AsTask());
    }

    [Fact]
    public async Task A_request_that_there_is_not()
    {
        await ReceiveAsync();
        foreach (var id in new[] { EntryId.New(Start), default })
        {
            await RefusesAsync("GDPR1513", () => Requests.AcceptAsync(id, Clerk, cancellationToken: Token).AsTask());
            await RefusesAsync("GDPR1513", () => Requests.AssignAsync(id, Ann, Clerk, Token).AsTask());
            await RefusesAsync("GDPR1513", () => Requests.ForgetTextsAsync(id, Token).AsTask());
            (await Requests.FindAsync(id, Token)).Should().BeNull();
            (await Requests.ReadHistoryAsync(id, RightsRequestReader.Person, Language.Dutch, Token).CountAsync(Token)).Should().Be(0);
        }

        await RefusesAsync("GDPR1513", () => ReceiveAsync(id: default(EntryId)).AsTask());
    }

    [Theory]
    [InlineData("", "GDPR1511")]
    [InlineData(" \n", "GDPR1511")]
    [InlineData(null, "GDPR1511")]
    [InlineData("huge", "GDPR1512")]
    public async Task A_text_that_is_missing_or_too_long(string? text, string id)
    {
        text = text == "huge" ? new string('x', RightsRequests.LongestText + 1) : text;
        var request = await ReceiveAsync();

        await RefusesAsync(id, () => Requests.AskClarificationAsync(request, Clerk, text!, cancellationToken: Token).AsTask());
        await RefusesAsync(id, () => Requests.AskIdentityAsync(request, Clerk, text!, cancellationToken: Token).AsTask());
        await RefusesAsync(id, () => Requests.RefuseAsync(request, Clerk, RightsRequestGround.Excessive, text!, Token).AsTask());
        await RefusesAsync(id, () => Requests.RefuseInPartAsync(request, Clerk, RightsRequestGround.Excessive, text!, Token).AsTask());
        await RefusesAsync(id, () => Requests.ExtendAsync(request, Clerk, text!, cancellationToken: Token).AsTask());
        await RefusesAsync(id, () => Requests.ReopenAsync(request, Clerk, text!, Token).AsTask());
        await RefusesAsync(id, () => Requests.FulfilAsync(request, Clerk, RightsFulfilment.ByHand(text!), cancellationToken: Token).AsTask());
    }

    [Fact]
    public async Task A_day_that_lies_ahead_or_before_what_it_follows_on()
    {
        var request = await ReceiveAsync(on: Today.PlusDays(-5));
        foreach (var day in new[] { Today.PlusDays(1), Today.PlusDays(-6) })
        {
            await RefusesAsync("GDPR1514", () => Requests.AskClarificationAsync(request, Clerk, "Which one?", day, Token).AsTask());
            await RefusesAsync("GDPR1514", () => Requests.AskIdentityAsync(request, Clerk, "Another name.", day, Token).AsTask());
            await RefusesAsync("GDPR1514", () => Requests.WithdrawAsync(request, Clerk, day, Token).AsTask());
            await RefusesAsync("GDPR1514", () => Requests.ExtendAsync(request, Clerk, "Many.", day, Token).AsTask());
        }

        await Requests.AskClarificationAsync(request, Clerk, "Which one?", Today.PlusDays(-2), Token);
        await RefusesAsync("GDPR1514", () => Requests.ClarifyAsync(request, Clerk, on: Today.PlusDays(-3), cancellationToken: Token).AsTask());
        (await Requests.ClarifyAsync(request, Clerk, on: Today.PlusDays(-1), cancellationToken: Token)).Pauses.Should().Equal(new ClarificationPause(Today.PlusDays(-2), Today.PlusDays(-1)));
    }

    [Fact]
    public async Task A_ground_that_the_law_does_not_have_for_the_kind()
    {
        foreach (var kind in new[] { RightsRequestKind.Access, RightsRequestKind.Rectification, RightsRequestKind.Erasure, RightsRequestKind.Restriction, RightsRequestKind.Portability, RightsRequestKind.Objection })
        {
            var request = await ReceiveAsync(kind, kind is RightsRequestKind.Objection ? Claims : null);
            foreach (var ground in Enum.GetValues<RightsRequestGround>().Append((RightsRequestGround)99).Except(RightsRequestGrounds.For(kind)))
            {
                await RefusesAsync("GDPR1517", () => Requests.RefuseAsync(request, Clerk, ground, "Because.", Token).AsTask());
                await RefusesAsync("GDPR1517", () => Requests.RefuseInPartAsync(request, Clerk, ground, "Because.", Token).AsTask());
            }
        }
    }

    [Fact]
    public async Task A_part_of_what_cannot_be_granted_by_halves()
    {
        var (restriction, objection) = (await ReceiveAsync(RightsRequestKind.Restriction), await ReceiveAsync(RightsRequestKind.Objection, Claims));

        await RefusesAsync("GDPR1519", () => Requests.RefuseInPartAsync(restriction, Clerk, RightsRequestGround.ConditionsNotMet, "Because.", Token).AsTask());
        await RefusesAsync("GDPR1519", () => Requests.RefuseInPartAsync(objection, Clerk, RightsRequestGround.ConditionsNotMet, "Because.", Token).AsTask());
    }

    [Fact]
    public async Task What_was_not_granted_is_not_carried_out_and_what_was_done_is_said()
    {
        var request = await ReceiveAsync();

        await RefusesAsync("GDPR1515", () => Requests.FulfilAsync(request, Clerk, RightsFulfilment.ByHand("Sent."), cancellationToken: Token).AsTask());
        await RefusesAsync("GDPR1527", () => Requests.FulfilAsync(request, Clerk, null!, cancellationToken: Token).AsTask());
        await RefusesAsync("GDPR1523", () => Requests.AcceptAsync(request, Clerk, RestrictionGround.NeededForClaims, Token).AsTask());
    }
}
