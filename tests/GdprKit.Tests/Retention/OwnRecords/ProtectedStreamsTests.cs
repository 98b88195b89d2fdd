using System.Text;
using GdprKit.Ledger;
using GdprKit.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Retention;

/// <summary>What keeps the rows of a person keeps also what is remembered of that person, and nothing protects itself for ever.</summary>
public sealed class ProtectedStreamsTests : HoldTest
{
    private static readonly SubjectId Another = SubjectId.Of(ShopKeys.Customers, 815081508);

    private static readonly HoldScope Evidence = new HoldScope.Category(OwnRecordKeys.Evidence);

    private static readonly HoldScope Orders = new HoldScope.Category(OwnRecordKeys.ErasureOrder);

    private RightsRequests Requests => new(TestRegisters.Shop(), Streams, Store, Subjects, Clock);

    private Restrictions Restrictions => new(Streams, Subjects, Clock);

    [Theory]
    [InlineData("hold")]
    [InlineData("restriction")]
    [InlineData("request")]
    public async Task What_protects_a_person_keeps_what_is_remembered_of_that_person_until_it_is_released(string by)
    {
        var (mine, others, nobodys) = (await EndAsync(Somebody), await EndAsync(Another), await EndAsync(null));
        Clock.AdvanceDays(365 * 6);
        var protection = await ProtectAsync(by);

        await ExpireAsync();
        (await StandsAsync(mine)).Should().BeTrue();
        (await StandsAsync(others)).Should().BeFalse();
        (await StandsAsync(nobodys)).Should().BeFalse();

        await ReleaseAsync(by, protection);
        await ExpireAsync();
        (await StandsAsync(mine)).Should().BeFalse();
    }

    [Fact]
    public async Task An_open_request_for_erasure_keeps_nothing()
    {
        var mine = await EndAsync(Somebody);
        Clock.AdvanceDays(365 * 6);
        await ReceiveAsync(RightsRequestKind.Erasure);

        await ExpireAsync();

        (await StandsAsync(mine)).Should().BeFalse();
    }

    [Theory]
    [InlineData("hold")]
    [InlineData("restriction")]
    [InlineData("request")]
    public async Task What_protects_stays_itself_and_goes_five_years_after_it_was_released(string by)
    {
        var protection = await ProtectAsync(by);
        var own = (await Store.ReadLatestAsync(null, 1, Token))[0].Stream;
        Clock.AdvanceDays(365 * 20);
        await ExpireAsync();
        (await StandsAsync(own)).Should().BeTrue("it stands, however old it is");

        await ReleaseAsync(by, protection);
        Clock.AdvanceDays(365 * 5);
        await ExpireAsync();
        (await StandsAsync(own)).Should().BeTrue("that it was released is evidence");

        Clock.AdvanceDays(3);
        await ExpireAsync();
        (await StandsAsync(own)).Should().BeFalse("it protects nobody any more, itself included");
    }

    [Fact]
    public async Task A_hold_of_which_a_newer_program_recorded_something_protects_whatever_its_state()
    {
        var mine = await EndAsync(Somebody);
        var own = await LiftedAsync();
        await WriteAnewAsync(own, version: 7);
        Clock.AdvanceDays(365 * 6);

        await ExpireAsync();

        (await StandsAsync(mine)).Should().BeTrue();
        (await StandsAsync(own)).Should().BeTrue();
    }

    /// <summary>A hold that was lifted before the program was replaced, and at which nobody looked since.</summary>
    [Fact]
    public async Task A_hold_that_an_older_program_recorded_is_folded_again_and_does_not_protect_for_ever()
    {
        var mine = await EndAsync(Somebody);
        var own = await LiftedAsync();
        await WriteAnewAsync(own, version: 0);
        Clock.AdvanceDays(365 * 6);

        await ExpireAsync();

        (await StandsAsync(mine)).Should().BeFalse();
        (await StandsAsync(own)).Should().BeFalse();
    }

    [Fact]
    public async Task A_hold_that_stands_and_that_an_older_program_recorded_protects()
    {
        var mine = await EndAsync(Somebody);
        await PlaceAsync();
        await WriteAnewAsync(await HoldsOfSomebodyAsync(), version: 0);
        Clock.AdvanceDays(365 * 6);

        await ExpireAsync();

        (await StandsAsync(mine)).Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hold_on_a_category_of_own_records_keeps_all_streams_of_that_record_and_those_of_no_other(bool isOnEvidence)
    {
        StreamId[] evidence = [await EndAsync(Somebody), await EndAsync(Another), await EndAsync(null)];
        var order = await EraseAsync();
        var hold = await PlaceAsync(isOnEvidence ? Evidence : Orders);
        Clock.AdvanceDays(365 * 6);

        var expired = await ExpireAsync();
        foreach (var stream in evidence)
        {
            (await StandsAsync(stream)).Should().Be(isOnEvidence);
        }

        (await StandsAsync(order)).Should().Be(!isOnEvidence);
        expired.Should().OnlyContain(kind => kind.IsOnHold == (kind.KeptFor == (isOnEvidence ? OwnRecordKind.Evidence : OwnRecordKind.ErasureOrder)));

        await Holds.LiftAsync(isOnEvidence ? Evidence : Orders, hold, Lawyer, "Settled.", Token);
        expired = await ExpireAsync();
        foreach (var stream in evidence.Append(order))
        {
            (await StandsAsync(stream)).Should().BeFalse();
        }

        expired.Should().OnlyContain(kind => !kind.IsOnHold);
    }

    [Fact]
    public async Task A_hold_on_another_category_keeps_rows_and_nothing_that_is_remembered()
    {
        var mine = await EndAsync(Somebody);
        await PlaceAsync(Emails);
        await PlaceAsync(Sales);
        Clock.AdvanceDays(365 * 6);

        await ExpireAsync();

        (await StandsAsync(mine)).Should().BeFalse();
    }

    /// <summary>Else what ended would protect itself.</summary>
    [Fact]
    public void Whatever_shields_does_not_do_so_any_more_when_it_has_ended()
    {
        using var services = new ServiceCollection().AddGdprKit(gdpr => gdpr.UseRegister(TestRegisters.Shop())).BuildServiceProvider();
        var shields = services.GetServices<StreamFold>().Where(fold => fold.IsShield).ToList();

        shields.Should().HaveCountGreaterThanOrEqualTo(3);
        foreach (var fold in shields)
        {
            fold.EndedIn.Should().NotBeEmpty().And.BeSubsetOf(fold.ReleasedIn);
            fold.EndedWhenDueIn.Should().BeEmpty();
        }
    }

    private async Task<EntryId> ProtectAsync(string by)
    {
        switch (by)
        {
            case "hold":
                return await PlaceAsync(reviewOn: Clock.GetCurrentInstant().InUtc().Date.PlusDays(30));
            case "restriction":
                await Restrictions.PlaceAsync(Somebody, RestrictionGround.NeededForClaims, cancellationToken: Token);
                return default;
            default:
                return await ReceiveAsync(RightsRequestKind.Access);
        }
    }

    private async Task ReleaseAsync(string by, EntryId protection)
    {
        switch (by)
        {
            case "hold":
                await Holds.LiftAsync(Person, protection, Lawyer, "Settled.", Token);
                break;
            case "restriction":
                await Restrictions.LiftAsync(Somebody, RestrictionGround.NeededForClaims, Clock.GetCurrentInstant(), cancellationToken: Token);
                break;
            default:
                await Requests.WithdrawAsync(protection, null, cancellationToken: Token);
                break;
        }
    }

    private async Task<StreamId> LiftedAsync()
    {
        await Holds.LiftAsync(Person, await PlaceAsync(), Lawyer, "Settled.", Token);
        return await HoldsOfSomebodyAsync();
    }

    private async Task<StreamId> HoldsOfSomebodyAsync() => LegalHold.StreamOf((await Subjects.FindBySubjectAsync([Somebody], Token))[0].Ref);

    private async Task WriteAnewAsync(StreamId stream, int version)
    {
        var head = (await Store.FindHeadsAsync([stream], Token))[0];
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(head.Version, [], head with { FoldVersion = version, State = [.. Encoding.UTF8.GetBytes("{}")] })]), Token);
        (await Store.FindHeadsAsync([stream], Token))[0].FoldVersion.Should().Be(version);
    }

    private ValueTask<EntryId> ReceiveAsync(RightsRequestKind kind) => Requests.ReceiveAsync(
        new RightsRequestIntake { Kind = kind, Through = RightsRequestChannel.Letter, EnteredBy = Lawyer, Words = "What do you know of my kettle?", Address = "Kettle Lane 12" }, Somebody, null, Token);

    private async Task<StreamId> EndAsync(SubjectId? person)
    {
        var subject = person is { } known ? (await Subjects.LinkAsync([known], Clock.GetCurrentInstant(), Token))[0].Ref : SubjectRef.None;
        var stream = Subscription.StreamOf(subject);
        await Streams.AppendAsync<Subscription>(stream, null, _ => [Subscription.Stop()], Token);
        return stream;
    }

    private async Task<StreamId> EraseAsync()
    {
        var stream = new StreamId(ErasureOrder.Fold.Kind, SubjectRef.New(), StreamKey.Of(EntryId.New(Clock.GetCurrentInstant())));
        await Streams.AppendAsync<ErasureOrder>(
            stream,
            null,
            _ =>
            [
                ErasureEntries.Ordered.Draft(new ErasureOrdered(Today, Lawyer.Key, ShopKeys.Customers, null, [], null, null, IsSuppressed: false)),
                ErasureEntries.Completed.Draft(new ErasureStep(Today, null)),
            ],
            Token);
        return stream;
    }

    private async Task<bool> StandsAsync(StreamId stream) => (await Store.FindHeadsAsync([stream], Token)).Count == 1;

    private ValueTask<ValueList<ExpiredStreams>> ExpireAsync() =>
        TestExpiry.Over(Store, TestRegisters.Shop(), Clock, LegalHold.Fold, Restriction.Fold, RightsRequest.Fold, Subscription.Fold, ErasureOrder.Fold).RunAsync(Token);
}
