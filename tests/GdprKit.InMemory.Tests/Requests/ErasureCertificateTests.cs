using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using GdprKit.InMemory.Ledger;
using GdprKit.InMemory.Retention;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.InMemory.Requests;

/// <summary>What a certificate of an erasure proves, and to whom.</summary>
public sealed class ErasureCertificateTests : RunTest
{
    private readonly PlainSigner _signer = new("shop");

    public ErasureCertificateTests() => Replace += services => services.AddSingleton<ICheckpointSigner>(_signer);

    [Fact]
    public async Task A_certificate_says_what_the_ledger_says_and_verifies()
    {
        var certificate = await CertifyAsync();

        certificate.Should().BeEquivalentTo(new { Status = ErasureOrderStatus.Completed, Kind = Customers, OrderedOn = new LocalDate(2026, 11, 26), IsRequested = false, IsAnswered = true });
        certificate.Places.Single(place => place.Kind is ErasurePlaceKind.Store).Should().BeEquivalentTo(
            new { Answer = ErasurePlaceAnswer.Done, On = new LocalDate(2026, 11, 26), Deleted = 1L, Emptied = 0L, Categories = new[] { EmailAddress } });
        certificate.Entries.Select(entry => entry.Type.Name).Should().StartWith(["erasure.ordered", "erasure.rows-gone", "erasure.answered"]).And.EndWith("erasure.completed");
        (await VerifyAsync(certificate)).Should().BeEmpty();
        certificate.Verify(certificate.Ledger, await TipAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task It_is_read_back_as_it_was_written()
    {
        var certificate = await CertifyAsync();

        var read = ErasureCertificate.FromJson(certificate.ToJson());

        read.Should().Be(certificate);
        (await VerifyAsync(read)).Should().BeEmpty();
        Encoding.UTF8.GetString(certificate.ToJson()).Should().Contain("declared-places").And.NotContain("example.nl");
    }

    [Fact]
    public async Task Altered_in_any_field_it_is_refused()
    {
        var certificate = await CertifyAsync(staysInHold: true);
        certificate.Places.SelectMany(place => place.Kept).Should().ContainSingle().Which.Reason.Should().Be(ErasureStayReason.LegalHold);
        var written = JsonNode.Parse(certificate.ToJson())!;
        (await AcceptsAsync(written)).Should().BeTrue();
        var fields = 0;

        foreach (var path in Leaves(written).ToList())
        {
            foreach (var other in Others(Find(written, path)!.AsValue()))
            {
                var altered = written.DeepClone();
                Find(altered, path)!.ReplaceWith(other);
                (await AcceptsAsync(altered)).Should().BeFalse("{0} says {1}", string.Join('/', path), other?.ToJsonString());
                fields++;
            }
        }

        fields.Should().BeGreaterThan(200);
    }

    [Fact]
    public async Task With_anything_left_out_it_is_refused()
    {
        var written = JsonNode.Parse((await CertifyAsync(staysInHold: true)).ToJson())!;

        foreach (var path in Nodes(written).Where(path => path.Length > 0).ToList())
        {
            var altered = written.DeepClone();
            if (Find(altered, path[..^1]) is JsonArray list)
            {
                list.RemoveAt((int)path[^1]);
            }
            else
            {
                Find(altered, path[..^1])!.AsObject().Remove((string)path[^1]);
            }

            (await AcceptsAsync(altered)).Should().BeFalse("{0} is left out", string.Join('/', path));
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named()
    {
        var certificate = await CertifyAsync();
        var (tip, first, later) = (await TipAsync(), certificate.Entries[0], certificate.Entries.Skip(1).ToValueList());

        certificate.Verify(Guid.NewGuid(), tip).Should().Equal(ErasureCertificateFault.AnotherLedger);
        certificate.Verify(certificate.Ledger, tip with { Root = Digest.Of([]) }).Should().Equal(ErasureCertificateFault.TreeUnproven);
        FaultsOf(certificate with { IsRequested = true }).Should().Equal(ErasureCertificateFault.StatementUnproven);
        FaultsOf(certificate with { Entries = [] }).Should().Equal(ErasureCertificateFault.EntriesIncomplete, ErasureCertificateFault.StatementUnproven);
        FaultsOf(certificate with { Entries = later }).Should().StartWith([ErasureCertificateFault.EntriesIncomplete]);
        FaultsOf(certificate with { Entries = [first, .. later.Skip(1)] }).Should().StartWith([ErasureCertificateFault.EntriesIncomplete]);
        FaultsOf(certificate with { Entries = [first with { Details = Digest.Of([]) }, .. later] }).Should().Equal(ErasureCertificateFault.EntryAltered);
        FaultsOf(certificate with { Entries = [first with { Proof = first.Proof with { Path = [] } }, .. later] }).Should().Equal(ErasureCertificateFault.EntryUnproven);
        FaultsOf(certificate with { Entries = [first with { Type = EntryType.Parse("erasure.forgiven/1") }, .. later] }).Should().Equal(ErasureCertificateFault.EntryAltered, ErasureCertificateFault.EntryUnreadable);
        FaultsOf(certificate with { Subject = SubjectRef.New() }).Should().Equal(ErasureCertificateFault.EntryAltered);

        ValueList<ErasureCertificateFault> FaultsOf(ErasureCertificate altered) => altered.Verify(certificate.Ledger, tip);
    }

    [Fact]
    public async Task A_later_checkpoint_proves_it_with_the_growth_and_an_earlier_one_never()
    {
        await CertifyAsync();
        var earlier = await TipAsync();
        var certificate = await CertifyAsync();
        await Get<Objections>().ObjectToMarketingAsync(SubjectId.Of(Customers, 900), cancellationToken: Token);
        await Get<LedgerSequencer>().PumpAsync(Token);
        var later = await TipAsync();
        var proofs = new MerkleProofs(Get<ILedgerLog>());
        later.Size.Should().BeGreaterThan(certificate.Size).And.BeGreaterThan(earlier.Size);

        certificate.Verify(certificate.Ledger, later).Should().Equal(ErasureCertificateFault.TreeUnproven);
        certificate.Verify(certificate.Ledger, later, await proofs.ProveConsistencyAsync(certificate.Size, later.Size, Token)).Should().BeEmpty();
        certificate.Verify(certificate.Ledger, later, await proofs.ProveConsistencyAsync(earlier.Size, later.Size, Token)).Should().Equal(ErasureCertificateFault.TreeUnproven);
        certificate.Verify(certificate.Ledger, earlier, await proofs.ProveConsistencyAsync(earlier.Size, certificate.Size, Token)).Should().Equal(ErasureCertificateFault.TreeUnproven);
    }

    [Fact]
    public async Task Forgotten_details_change_nothing_of_it()
    {
        var certificate = await CertifyAsync();
        await WriteWithDetailsAsync(certificate);
        var withDetails = await Get<ErasureCertificates>().IssueAsync(certificate.Order, Token);
        withDetails.Entries.Should().Contain(entry => entry.Details != null);

        (await Get<ILedgerStore>().ForgetDetailsAsync(HeadFilter.About(certificate.Subject), Token)).Should().BePositive();

        (await VerifyAsync(withDetails)).Should().BeEmpty();
        var afterwards = await Get<ErasureCertificates>().IssueAsync(certificate.Order, Token);
        (await VerifyAsync(afterwards)).Should().BeEmpty();
        afterwards.Entries.Should().Equal(withDetails.Entries);
    }

    [Fact]
    public async Task It_is_made_when_every_place_has_answered_and_not_of_nothing()
    {
        Bought(0);
        var order = await OrderAsync();
        await Get<ErasureRunner>().RunAsync(Token);

        (await IdOfRefusalAsync<RightsRequestException>(order.Id)).Should().Be("GDPR1578");
        (await IdOfRefusalAsync<ErasureException>(EntryId.New(Clock.GetCurrentInstant()))).Should().Be("GDPR1573");
        (await IdOfRefusalAsync<ErasureException>(default)).Should().Be("GDPR1573");
    }

    [Fact]
    public async Task While_another_instance_puts_the_ledger_in_order_it_is_refused()
    {
        Bought(0);
        var order = await OrderAsync();
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);
        await Get<ILedgerStore>().LeaseAsync(LeaseRequest.Take(LeaseName.Parse("ledger.order"), Guid.NewGuid(), Clock.GetCurrentInstant(), Duration.FromMinutes(1)), Token);

        (await IdOfRefusalAsync<ErasureException>(order.Id)).Should().Be("GDPR1581");
        Clock.AdvanceMinutes(2);
        (await VerifyAsync(await Get<ErasureCertificates>().IssueAsync(order.Id, Token))).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_a_tree_that_was_changed_nothing_is_certified()
    {
        Replace += services =>
        {
            var real = services.Last(service => service.ServiceType == typeof(ILedgerLog));
            services.AddSingleton(provider => ChangedNodes.Over((ILedgerLog)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
        };
        Bought(0, 0);
        var order = await OrderAsync();
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);

        (await IdOfRefusalAsync<ErasureException>(order.Id)).Should().Be("GDPR1583");
    }

    [Fact]
    public async Task Of_a_ledger_that_may_have_been_rewritten_nothing_is_signed()
    {
        var mirror = DispatchProxy.Create<ILedgerMirror, Switched<ILedgerMirror>>();
        ((Switched<ILedgerMirror>)(object)mirror).Target = new InMemoryLedgerMirror();
        Replace += services => services.AddSingleton(mirror);
        Bought(0);
        var order = await OrderAsync();
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);
        await Get<LedgerSequencer>().PumpAsync(Token);
        (await Get<ErasureCertificates>().IssueAsync(order.Id, Token)).Checkpoint.Should().NotBeNull();
        using var another = new LedgerWorld();
        await another.AppendAsync(100);
        await another.Sequencer.PumpAsync(Token);

        ((Switched<ILedgerMirror>)(object)mirror).Target = another.Mirror;

        await Get<ErasureCertificates>().Invoking(certificates => certificates.IssueAsync(order.Id, Token).AsTask()).Should().ThrowAsync<LedgerException>();
    }

    private async Task<ErasureOrder> OrderAsync() => await Get<Erasures>().OrderAsync(SubjectId.Of(Customers, Buyers[^1].Id), Owner, cancellationToken: Token);

    /// <summary>Erases somebody, or as much as a hold lets go, and certifies it.</summary>
    private async Task<ErasureCertificate> CertifyAsync(bool staysInHold = false)
    {
        Bought(0);
        if (staysInHold)
        {
            await Get<LegalHolds>().PlaceAsync(new HoldScope.Person(SubjectId.Of(Customers, Buyers[^1].Id)), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token);
        }

        var order = await OrderAsync();
        await Get<ErasureRunner>().RunAsync(Token);
        await TellRecipientsAsync(order);
        await Get<ErasureRunner>().RunAsync(Token);
        return await Get<ErasureCertificates>().IssueAsync(order.Id, Token);
    }

    private async Task TellRecipientsAsync(ErasureOrder order)
    {
        foreach (var place in order.Places.Where(place => place.IsByHand))
        {
            await Get<Erasures>().RecordAsync(order.Id, new ErasurePlace(place.Kind, place.Key), Owner, cancellationToken: Token);
        }
    }

    private async Task WriteWithDetailsAsync(ErasureCertificate certificate)
    {
        var told = new EntryType<Told>("erasure.told/1", ToldJson.Default.Told).Draft(new Told(new LocalDate(2026, 11, 26))) with { Details = EntryDetails.Of(("note", "by telephone")) };
        await Get<LedgerStreams>().AppendAsync<ErasureOrder>(ErasureOrder.StreamOf(certificate.Subject, certificate.Order), null, _ => [told], Token);
    }

    private async Task<CheckpointClaim> TipAsync() => (await Get<ILedgerLog>().ReadTipAsync(Token))!.Tree is var tree ? new CheckpointClaim(tree.Size, tree.Root) : default;

    private async Task<ValueList<ErasureCertificateFault>> VerifyAsync(ErasureCertificate certificate) =>
        await certificate.VerifyAsync((await Get<ILedgerLog>().ReadTipAsync(Token))!.Ledger, _signer, Token);

    private async Task<bool> AcceptsAsync(JsonNode written)
    {
        try
        {
            return (await VerifyAsync(ErasureCertificate.FromJson(Encoding.UTF8.GetBytes(written.ToJsonString())))).IsEmpty;
        }
        catch (ErasureException refusal)
        {
            refusal.Id.Should().Be("GDPR1582");
            return false;
        }
    }

    private async Task<string> IdOfRefusalAsync<TException>(EntryId order)
        where TException : GdprKitException => (await Get<ErasureCertificates>().Invoking(certificates => certificates.IssueAsync(order, Token).AsTask()).Should().ThrowAsync<TException>()).Which.Id;

    private static IEnumerable<object[]> Nodes(JsonNode node)
    {
        yield return [];
        IEnumerable<(object Step, JsonNode? Below)> steps = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)),
            JsonArray items => items.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, below) in steps)
        {
            foreach (var path in Nodes(below!))
            {
                yield return [step, .. path];
            }
        }
    }

    private static IEnumerable<object[]> Leaves(JsonNode node) => Nodes(node).Where(path => Find(node, path) is JsonValue);

    private static JsonNode? Find(JsonNode node, object[] path) => path.Aggregate((JsonNode?)node, (at, step) => step is int index ? at![index] : at![(string)step]);

    // The first and the last letter, because a key, a date and a digest are read differently.
    private static IEnumerable<JsonNode?> Others(JsonValue value)
    {
        if (value.TryGetValue<bool>(out var flag))
        {
            return [!flag];
        }

        if (value.TryGetValue<long>(out var number))
        {
            return [number + 1, number == 0 ? 7 : 0];
        }

        var text = value.GetValue<string>();
        return text.Length == 0 ? ["other"] : [text[..^1] + Other(text[^1]), Other(text[0]) + text[1..], ""];

        static char Other(char letter) => letter switch { '0' => '1', >= '1' and <= '9' => (char)(letter - 1), 'a' => 'b', _ => 'a' };
    }

    /// <summary>Stands for what it is told to stand for.</summary>
#pragma warning disable CA1852 // What stands for an interface at run time is derived from it.
    private class Switched<T> : DispatchProxy
        where T : class
    {
        public T Target { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(Target, args);
    }

    /// <summary>An order of a ledger, of whose tree every node was changed.</summary>
    private class ChangedNodes : Switched<ILedgerLog>
#pragma warning restore CA1852
    {
        public static ILedgerLog Over(ILedgerLog log)
        {
            var changed = Create<ILedgerLog, ChangedNodes>();
            ((ChangedNodes)(object)changed).Target = log;
            return changed;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name != nameof(IMerkleNodes.ReadAsync)
            ? base.Invoke(targetMethod, args)
            : new ValueTask<ValueList<Digest>>(((ValueList<MerkleNode>)args![0]!).Select(node => Digest.Of(Encoding.UTF8.GetBytes(node.ToString()))).ToValueList());
    }
}
