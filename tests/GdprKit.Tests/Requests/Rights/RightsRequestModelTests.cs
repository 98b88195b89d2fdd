using CsCheck;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;
using Act = GdprKit.Requests.RightsRequestModel.Act;

namespace GdprKit.Requests;

/// <summary>Random histories of everything that can be done about three requests, compared with a model that keeps lists and tables.</summary>
public sealed class RightsRequestModelTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly SubjectId[] People = [SubjectId.Of(Customers, 471104711), SubjectId.Of(Customers, 815081508)];

    private static readonly Operator Clerk = Operator.Parse("staff-7");

    private static readonly Gen<(Act Act, int Slot, int Form, int Days)> Steps = Gen.Select(
        Gen.Frequency((1, Gen.Const(Act.Receive)), (4, Gen.Enum<Act>())),
        Gen.Int[0, 2],
        Gen.Int[0, 35],
        Gen.Frequency((3, Gen.Int[0, 1]), (2, Gen.Int[2, 9]), (1, Gen.Int[10, 45])));

    [Fact]
    public async Task Any_history_comes_to_what_a_model_says() => await Steps.Array[1, 30].SampleAsync(async history =>
    {
        using var database = new InMemoryDatabase();
        var clock = new FakeClock(Start);
        var world = new World(database, clock);
        var model = new RightsRequestModel();
        foreach (var (act, slot, form, days) in history)
        {
            clock.AdvanceDays(days);
            model.Today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
            var before = await world.CountAsync();
            var state = model.ToString();
            var expected = model.Do(act, slot, form);

            (await world.DoAsync(act, slot, form)).Should().Be(expected, "after {0}, then {1} of {2}", state, act, slot);
            if (expected is not null)
            {
                (await world.CountAsync()).Should().Be(before, "what is refused records nothing, as {0} of {1} after {2}", act, slot, state);
            }

            before = await world.CountAsync();
            model.Do(act, slot, form).Should().Be(expected, "the model is idempotent: {0} after {1}", act, state);
            (await world.DoAsync(act, slot, form)).Should().Be(expected, "again, {0} of {1} after {2}", act, slot, state);
            (await world.CountAsync()).Should().Be(before, "doing again what was done records nothing, as {0} of {1} after {2}", act, slot, state);
            await world.CompareAsync(model);
        }
    }, iter: 300);

    private sealed class World
    {
        private readonly InMemoryLedgerStore _store;
        private readonly InMemorySubjectDirectory _subjects;
        private readonly LedgerStreams _streams;
        private readonly RightsRequests _requests;
        private readonly Objections _objections;
        private readonly Restrictions _restrictions;
        private readonly EntryId[] _ids = [EntryId.New(Start), EntryId.New(Start), EntryId.New(Start)];

        public World(InMemoryDatabase database, IClock clock)
        {
            (_store, _subjects) = (new InMemoryLedgerStore(database), new InMemorySubjectDirectory(database));
            _streams = new LedgerStreams(_store, clock);
            _requests = new RightsRequests(TestRegisters.Shop(), _streams, _store, _subjects, clock);
            _objections = new Objections(_streams, _subjects, clock);
            _restrictions = new Restrictions(_streams, _subjects, clock);
        }

        public async Task<int> CountAsync() => (await _store.ReadLatestAsync(null, 1000, default)).Count;

        public async Task<string?> DoAsync(Act act, int slot, int form)
        {
            var id = _ids[slot];
            try
            {
                _ = act switch
                {
                    Act.Receive => await ReceiveAsync(id, form),
                    Act.Assign => await _requests.AssignAsync(id, People[Math.Max(RightsRequestModel.Person(form), 1) - 1], Clerk),
                    Act.AskClarification => await _requests.AskClarificationAsync(id, Clerk, "Which one?"),
                    Act.Clarify => await _requests.ClarifyAsync(id, null),
                    Act.AskIdentity => await _requests.AskIdentityAsync(id, Clerk, "Another name."),
                    Act.ConfirmIdentity => await _requests.ConfirmIdentityAsync(id, Clerk),
                    Act.Accept => await _requests.AcceptAsync(
                        id, Clerk, (await _requests.FindAsync(id))?.Kind is RightsRequestKind.Restriction ? RestrictionGround.AccuracyContested : null),
                    Act.RefuseInPart => await _requests.RefuseInPartAsync(id, Clerk, RightsRequestModel.Ground(form), "Not all of it."),
                    Act.Refuse => await _requests.RefuseAsync(id, Clerk, RightsRequestModel.Ground(form), "No."),
                    Act.Extend => await _requests.ExtendAsync(id, Clerk, "There are many."),
                    Act.Fulfil => await _requests.FulfilAsync(id, Clerk, RightsFulfilment.ByHand("Done.")),
                    Act.Withdraw => await _requests.WithdrawAsync(id, null),
                    Act.Reopen => await _requests.ReopenAsync(id, Clerk, "Something was forgotten."),
                    _ => await _requests.MergeAsync(id, _ids[form % 3], Clerk),
                };
                return null;
            }
            catch (RightsRequestException refusal)
            {
                return refusal.Id;
            }
        }

        public async Task CompareAsync(RightsRequestModel model)
        {
            var kept = await ShieldedPeople.FindAsync(RowShield.Of([RightsRequest.Fold]), _store, _subjects, default);
            kept.IsEverybody.Should().BeFalse();
            for (var person = 1; person <= People.Length; person++)
            {
                kept.Contains(People[person - 1]).Should().Be(
                    model.Slots.Any(slot => slot is { IsOpen: true } && slot.Person == person && slot.Kind is not RightsRequestKind.Erasure), "of {0} in {1}", person, model);
                foreach (var activity in new Key<ProcessingActivity>?[] { null, Claims, Orders })
                {
                    ((await _objections.FindAsync(People[person - 1], activity))?.Status ?? ObjectionStatus.Unknown)
                        .Should().Be(model.Objections.GetValueOrDefault((person, activity)), "of {0} against {1} in {2}", person, activity, model);
                    (await _restrictions.FindAsync(People[person - 1], activity) is not null)
                        .Should().Be(model.Restrictions.Contains((person, activity)), "of {0} for {1} in {2}", person, activity, model);
                }
            }

            for (var slot = 0; slot < model.Slots.Length; slot++)
            {
                await CompareAsync(_ids[slot], model.Slots[slot], model);
            }

            (await _requests.ListOpenAsync().Select(listed => listed.Request.Due).ToListAsync()).Should()
                .Equal(model.Slots.Where(slot => slot is { IsOpen: true }).Select(slot => RightsRequestModel.Due(slot!)).Order(), "in {0}", model);
        }

        private async Task CompareAsync(EntryId id, RightsRequestModel.Slot? expected, RightsRequestModel model)
        {
            var request = await _requests.FindAsync(id);
            if (expected is null)
            {
                request.Should().BeNull();
                return;
            }

            request.Should().BeEquivalentTo(
                new
                {
                    Id = id,
                    expected.Status,
                    expected.Kind,
                    expected.Activity,
                    IsAgainstMarketing = expected.IsMarketing,
                    expected.IsOpen,
                    expected.Ground,
                    expected.ReopenedOn,
                    expected.IsClarified,
                    IsIdentityConfirmed = expected.IsConfirmed,
                    IsWaiting = expected.IsStopped,
                    Due = RightsRequestModel.Due(expected),
                    NominalDue = RightsRequestModel.Nominal(expected, expected.Pauses, expected.IsExtended ? 3 : 1),
                    MergedInto = expected.MergedInto is { } into ? _ids[into] : (EntryId?)null,
                }, "in {0}", model);
            (await _requests.FindPersonAsync(id)).Should().Be(expected.Person is 0 ? null : People[expected.Person - 1]);
            var stream = RightsRequest.StreamOf(
                expected.Person is 0 ? SubjectRef.None : (await _subjects.FindBySubjectAsync([People[expected.Person - 1]], default))[0].Ref, id);
            (await _store.ReadStreamAsync(stream, 0, default).ToListAsync()).Aggregate(RightsRequest.Fold.Empty, RightsRequest.Fold.Apply)
                .Should().Be(request, "a head says what the entries say, in {0}", model);
        }

        private async Task<RightsRequest?> ReceiveAsync(EntryId id, int form)
        {
            // The slot is what was asked first: who sends it again sends the same.
            var standing = await _requests.FindAsync(id);
            var person = standing is null ? RightsRequestModel.Person(form) : Array.IndexOf(People, await _requests.FindPersonAsync(id)) + 1;
            var (kind, activity) = standing is null ? RightsRequestModel.What(form) : (standing.Kind, standing.Activity);
            var isOfNobody = person is 0 || (await _store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(RightsRequest.Fold.Kind) with { Subject = SubjectRef.None, Key = StreamKey.Of(id) }), default)).Count > 0;
            await _requests.ReceiveAsync(
                new() { Kind = kind, Activity = activity, Through = RightsRequestChannel.Phone, From = RightsRequestModel.From(form), EnteredBy = Clerk },
                isOfNobody ? null : People[person - 1], id);
            return null;
        }
    }
}
