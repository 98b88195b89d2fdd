using CsCheck;
using GdprKit.Decisions;
using GdprKit.InMemory;
using GdprKit.Ledger;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ClubKeys;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>
/// Random histories of everything that can be done about one consent, by a clock that also goes back, compared with a model that keeps what
/// happened as a list and knows nothing of tables, folds and streams.
/// </summary>
public sealed class ConsentModelPropertyTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly SubjectId Ann = SubjectId.Of(Customers, 7);

    private static readonly PrivacyNotice Notice = PrivacyNotice.From(ConsentTest.Register, Language.Dutch);

    private static readonly Gen<(Act Act, long Seconds, int Form)> Steps = Gen.Select(
        Gen.Enum<Act>(),
        Gen.Frequency((4, Gen.Long[1, 3_600]), (3, Gen.Long[86_400, 86_400 * 400]), (1, Gen.Long[-86_400 * 30, -1])),
        Gen.Int[0, 9]);

    public enum Act
    {
        Request,
        Defer,
        Refuse,
        Give,
        GiveForm,
        Renew,
        Confirm,
        Withdraw,
        Revoke,
        Invalidate,
        ChangeAddress,
    }

    [Fact]
    public async Task Any_history_comes_to_what_a_model_says() => await Steps.Array[0, 30].SampleAsync(async history =>
    {
        using var database = new InMemoryDatabase();
        var clock = new FakeClock(Start);
        var store = new InMemoryLedgerStore(database);
        var streams = new LedgerStreams(store, clock);
        var consents = new Consents(ConsentTest.Register, streams, store, new InMemorySubjectDirectory(database), clock, new OfferedToday(Notice));
        var model = new Model();
        foreach (var (act, seconds, form) in history)
        {
            clock.Advance(Duration.FromSeconds(seconds));
            var expected = model.Do(act, form, clock.GetCurrentInstant());
            var refusal = await TryAsync(() => DoAsync(consents, act, form));
            refusal.Should().Be(expected, "after {0}, then {1}", model, act);
            await CompareAsync(consents, model, clock.GetCurrentInstant());
        }

        await foreach (var snapshot in Replayed(store))
        {
            snapshot.Head.Should().Be(snapshot.Entries, "a head says what the entries say");
        }
    }, iter: 400);

    private static async Task CompareAsync(Consents consents, Model model, Instant now)
    {
        var record = await consents.FindAsync(Ann, Club);
        record.StatusAt(now).Should().Be(model.StatusAt(now), "after {0}", model);
        record.EverRefusedOrWithdrawn.Should().Be(model.EverSaidNo);
        record.Confirmation.Should().Be(model.Confirmation);
        (await consents.ReadHistoryAsync(Ann, Club).CountAsync()).Should().Be(model.Entries);
        foreach (var probe in model.Probes)
        {
            record.WasValidOn(probe).Should().Be(model.StoodOn(probe), "on {0} after {1}", probe, model);
            if (record.Status is not ConsentStatus.Unknown)
            {
                var facts = ConsentChoice.Of(ConsentTest.Register.Activities[Club], Knowing(record), new ProcessingUse { At = probe }, now).Single()!.Facts;
                facts.StatusAt(probe).IsValid().Should().Be(model.StoodOn(probe), "a decision about {0} has the same rule, after {1}", probe, model);
                (facts.StatusAt(probe).IsValid() && !facts.AwaitsConfirmation).Should().Be(model.WasConfirmedOn(probe), "it was confirmed or not on {0} after {1}", probe, model);
            }
        }
    }

    private static PersonFacts Knowing(ConsentRecord record) =>
        new DecisionJudge(ConsentTest.Register, DigitalConsentAges.Shipped, new FakeClock(Start)).Nobody() with { Consents = [new TopicConsent(Club, record)] };

    private static async IAsyncEnumerable<(ConsentRecord? Head, ConsentRecord Entries)> Replayed(InMemoryLedgerStore store)
    {
        var streams = new LedgerStreams(store, new FakeClock(Start));
        foreach (var head in await store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(ConsentRecord.Fold.Kind)), default))
        {
            var entries = await store.ReadStreamAsync(head.Stream, 0, default).ToListAsync();
            yield return ((await streams.LoadAsync<ConsentRecord>(head.Stream)).State, entries.Aggregate(ConsentRecord.Fold.Empty, ConsentRecord.Fold.Apply));
        }
    }

    private static async Task<string?> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (ConsentException refusal)
        {
            return refusal.Id;
        }
    }

    private static Task DoAsync(Consents consents, Act act, int form)
    {
        var online = ConsentSignal.ByPersonOnline;
        var evidence = new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Button,
            Wording = ConsentWording.Of("Ja.", Language.Dutch),
            Notice = Notice.Digest,
        };
        return act switch
        {
            Act.Request => consents.RequestAsync(Ann, Club, online).AsTask(),
            Act.Defer => consents.DeferAsync(Ann, Club, online).AsTask(),
            Act.Refuse => consents.RefuseAsync(Ann, Club, online).AsTask(),
            Act.Give => consents.GiveAsync(Ann, Club, evidence).AsTask(),
            Act.GiveForm => consents.GiveAsync(Ann, Club, evidence with { Id = EntryId.FromGuid(Guid.Parse($"01900000-0000-7000-8000-00000000000{form}")) }).AsTask(),
            Act.Renew => consents.RenewAsync(Ann, Club, evidence).AsTask(),
            Act.Confirm => consents.ConfirmAsync(Ann, Club, MarketingChannel.Email).AsTask(),
            Act.Withdraw => consents.WithdrawAsync(Ann, Club, online).AsTask(),
            Act.Revoke => consents.RevokeAsync(Ann, Club, ConsentEndReason.Ordered).AsTask(),
            Act.ChangeAddress => consents.ChangeAddressAsync(Ann, MarketingChannel.Email).AsTask(),
            _ => consents.InvalidateAsync(Ann, Club, ConsentEndReason.NotProven).AsTask(),
        };
    }

    /// <summary>The club: for two years, confirmed by e-mail.</summary>
    private sealed class Model
    {
        private readonly List<(Instant At, string What)> _events = [];
        private readonly HashSet<int> _forms = [];
        private readonly HashSet<int> _void = [];
        private Instant _since = Start - Duration.FromDays(100_000);
        private Instant _recorded = Start - Duration.FromDays(100_000);
        private readonly List<(Instant At, bool IsProven)> _proofs = [];

        public List<Instant> Probes { get; } = [];

        public int Entries { get; private set; }

        public bool EverSaidNo => _events.Any(each => each.What is "refused" or "withdrawn");

        public ConsentConfirmation Confirmation => !_events.Any(each => each.What is "given" or "renewed") ? ConsentConfirmation.NotRequired
            : IsProven ? ConsentConfirmation.Confirmed : ConsentConfirmation.Pending;

        private bool IsProven => _proofs is [.., (_, true)];

        public ConsentStatus StatusAt(Instant now) => _events.LastOrDefault() switch
        {
            (_, null) => ConsentStatus.Unknown,
            var (at, what) when what is "given" or "renewed" => EndOf(at) <= now ? ConsentStatus.Expired : Enum.Parse<ConsentStatus>(what, ignoreCase: true),
            var (_, what) => Enum.Parse<ConsentStatus>(what, ignoreCase: true),
        };

        public bool StoodOn(Instant probe)
        {
            // Of one moment the last word counts.
            var last = _events.FindLastIndex(each => each.At <= probe);
            return last >= 0 && _events[last].What is "given" or "renewed" && !_void.Contains(last) && probe < EndOf(_events[last].At);
        }

        public bool WasConfirmedOn(Instant probe) => StoodOn(probe) && _proofs.FindLast(each => each.At <= probe).IsProven;

        public string? Do(Act act, int form, Instant now)
        {
            var status = StatusAt(now);
            var stands = status is ConsentStatus.Given or ConsentStatus.Renewed;
            var saidNo = status is ConsentStatus.Refused or ConsentStatus.Withdrawn;
            Probes.Add(now);
            switch (act)
            {
                case Act.Request or Act.Defer when stands || saidNo:
                case Act.Refuse when stands:
                case Act.Renew when !stands && status is not ConsentStatus.Expired:
                case Act.Confirm when !stands:
                    return "GDPR1208";
                case Act.Request when status is not ConsentStatus.Requested:
                    return Add("requested", now);
                case Act.Defer when status is not ConsentStatus.Deferred:
                    return Add("deferred", now);
                case Act.Refuse when !saidNo:
                    return Add("refused", now);
                case Act.Withdraw when !saidNo:
                    return Add("withdrawn", now);
                case Act.GiveForm when !_forms.Add(form):
                    return null;
                case Act.Give or Act.GiveForm when !stands:
                    _proofs.Add((Instant.Max(now, _since), false));
                    return Add("given", now);
                case Act.Give or Act.GiveForm or Act.Renew:
                    return Add("renewed", now);
                case Act.Confirm when !IsProven:
                case Act.ChangeAddress when IsProven:
                    return Prove(act is Act.Confirm, now);
                case Act.Revoke when stands || status is ConsentStatus.Requested or ConsentStatus.Deferred:
                    return Add("revoked", now);
                case Act.Invalidate when stands:
                    Void();
                    return Add("invalidated", now);
                default:
                    return null;
            }
        }

        public override string ToString() => string.Join(", ", _events);

        // What cannot be shown was none from its beginning on: from when it was given, and not only since it was last renewed.
        private void Void()
        {
            for (var last = _events.Count - 1; last >= 0 && _events[last].What is "given" or "renewed"; last--)
            {
                _void.Add(last);
                if (last > 0 && EndOf(_events[last - 1].At) <= _events[last].At)
                {
                    return;
                }
            }
        }

        // On the controller's clock; the events of this test never fall into an hour that is skipped or doubled for both ends.
        private static Instant EndOf(Instant at)
        {
            var zone = ConsentTest.Register.Controller.TimeZone;
            return at.InZone(zone).LocalDateTime.PlusYears(2).InZoneLeniently(zone).ToInstant();
        }

        private string? Add(string what, Instant now)
        {
            // Nothing happens before what was recorded, whatever the clock says.
            var at = Instant.Max(now, _since);
            _events.Add((at, what));
            Probes.Add(at);
            _since = Record(now);
            return null;
        }

        private string? Prove(bool isProven, Instant now)
        {
            var at = Instant.Max(Instant.Max(now, _since), _proofs.Select(each => each.At).DefaultIfEmpty(now).Last());
            _proofs.Add((at, isProven));
            Probes.Add(at);
            Record(now);
            return null;
        }

        private Instant Record(Instant now)
        {
            Entries++;
            return _recorded = Instant.Max(now, _recorded + LedgerTime.Step);
        }
    }
}
