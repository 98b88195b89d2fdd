using System.Globalization;
using System.Text;
using CsCheck;

namespace GdprKit.Ledger.Tree;

/// <summary>The tree against the definitions of RFC 9162, section 2.1, written down as they stand there.</summary>
public sealed class MerkleTreeTests
{
    private const int Most = 300;

    private static readonly Digest[] Leaves = [.. Enumerable.Range(0, Most).Select(place => MerkleTree.LeafOf(Encoding.UTF8.GetBytes(place.ToString(CultureInfo.InvariantCulture))))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void It_has_the_root_of_the_definition_at_every_size()
    {
        var tree = MerkleTree.Empty;
        for (var size = 0; size < Most; size++)
        {
            tree.Size.Should().Be(size);
            tree.Root.Should().Be(Root(Leaves[..size]));
            tree = tree.Append(Leaves[size]);
        }
    }

    [Fact]
    public void It_grows_alike_however_many_leaves_come_at_once() =>
        Gen.Select(Gen.Int[0, Most], Gen.Int[0, Most], (one, other) => (From: Math.Min(one, other), To: Math.Max(one, other))).Sample(sizes =>
        {
            var earlier = MerkleTree.Empty.Append(Leaves[..sizes.From]);
            MerkleTree.Restore(earlier.Size, earlier.Edge).Append(Leaves[sizes.From..sizes.To]).Should().Be(MerkleTree.Empty.Append(Leaves[..sizes.To]));
        });

    [Fact]
    public void It_tells_of_every_node_once_when_it_is_complete()
    {
        var nodes = new Dictionary<MerkleNode, Digest>();
        MerkleTree.Empty.Append(Leaves[..100]).Append(Leaves[100..], nodes.Add);

        nodes.Should().AllSatisfy(pair => pair.Value.Should().Be(Root(Leaves[(int)(pair.Key.Index << pair.Key.Level)..(int)((pair.Key.Index + 1) << pair.Key.Level)])));
        nodes.Keys.Should().BeEquivalentTo(
            from level in Enumerable.Range(0, 9)
            from index in Enumerable.Range(0, Most >> level)
            where (index + 1) << level > 100
            select new MerkleNode(level, index));
    }

    [Fact]
    public Task Every_leaf_of_every_tree_is_proved_and_no_other_one() =>
        Gen.Int[1, Most].SelectMany(size => Gen.Int[0, size - 1].Select(index => (Size: size, Index: index))).SampleAsync(async place =>
        {
            var (root, nodes) = (Root(Leaves[..place.Size]), new KeptNodes());
            var proof = await new MerkleProofs(nodes).ProveInclusionAsync(place.Index, place.Size, Token);

            proof.Path.Should().Equal(Path(place.Index, Leaves[..place.Size]));
            proof.Verifies(Leaves[place.Index], root).Should().BeTrue();
            foreach (var spoilt in Spoilt(proof))
            {
                spoilt.Verifies(Leaves[place.Index], root).Should().BeFalse("of {0}", spoilt);
            }

            proof.Verifies(Leaves[(place.Index + 1) % Most], root).Should().BeFalse();
            proof.Verifies(Leaves[place.Index], Root(Leaves[..(place.Size - 1)])).Should().BeFalse();
        }, iter: 200);

    [Fact]
    public Task Every_tree_is_proved_to_grow_out_of_every_earlier_one_and_out_of_no_other() =>
        Gen.Int[1, Most].SelectMany(to => Gen.Int[1, to].Select(from => (From: from, To: to))).SampleAsync(async sizes =>
        {
            var (earlier, later) = (Root(Leaves[..sizes.From]), Root(Leaves[..sizes.To]));
            var proof = await new MerkleProofs(new KeptNodes()).ProveConsistencyAsync(sizes.From, sizes.To, Token);

            proof.Path.Should().Equal(Proof(sizes.From, Leaves[..sizes.To], isKnown: true));
            proof.Verifies(earlier, later).Should().BeTrue();
            foreach (var spoilt in Spoilt(proof))
            {
                spoilt.Verifies(earlier, later).Should().BeFalse("of {0}", spoilt);
            }

            proof.Verifies(Root([.. Leaves[..(sizes.From - 1)], Digest.Of([2])]), later).Should().BeFalse("its last leaf is another one");
        }, iter: 200);

    [Fact]
    public async Task What_lies_outside_of_the_tree_is_not_proved()
    {
        var proofs = new MerkleProofs(new KeptNodes());

        foreach (var (index, size) in new[] { (-1L, 3L), (3L, 3L), (0L, 0L), (0L, -1L) })
        {
            (await proofs.Awaiting(each => each.ProveInclusionAsync(index, size, Token).AsTask()).Should().ThrowAsync<ArgumentOutOfRangeException>()).WithMessage("GDPR1130: *");
        }

        foreach (var (from, to) in new[] { (0L, 3L), (4L, 3L), (-1L, 3L) })
        {
            (await proofs.Awaiting(each => each.ProveConsistencyAsync(from, to, Token).AsTask()).Should().ThrowAsync<ArgumentOutOfRangeException>()).WithMessage("GDPR1130: *");
        }

        (await proofs.Awaiting(each => each.RootAsync(-1, Token).AsTask()).Should().ThrowAsync<ArgumentOutOfRangeException>()).WithMessage("GDPR1130: *");
        (await proofs.RootAsync(0, Token)).Should().Be(MerkleTree.Empty.Root);
        (await proofs.RootAsync(77, Token)).Should().Be(Root(Leaves[..77]));
    }

    [Fact]
    public async Task Nodes_that_were_lost_are_told_and_not_guessed() =>
        (await new MerkleProofs(new KeptNodes { Lost = 1 }).Awaiting(each => each.ProveInclusionAsync(5, 9, Token).AsTask()).Should().ThrowAsync<LedgerException>())
            .WithMessage("GDPR3120: The tree of the ledger lacks 1 of 4 nodes.*");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(-1, 64)]
    public void An_edge_that_does_not_fit_the_size_is_refused(long size, int digests) =>
        FluentActions.Invoking(() => MerkleTree.Restore(size, Enumerable.Repeat(Leaves[0], digests).ToValueList())).Should().Throw<ArgumentException>().WithMessage("GDPR1131: *");

    private static IEnumerable<InclusionProof> Spoilt(InclusionProof proof) =>
    [
        .. SpoiltPaths(proof.Path).Select(path => proof with { Path = path }),
        proof with { Index = proof.Size },
        proof with { Index = -1 },
        .. proof.Size > 1 ? (InclusionProof[])[proof with { Index = proof.Index ^ 1 }, proof with { Size = proof.Index }] : [],
        proof with { Size = (2 * proof.Size) + 1 },
    ];

    private static IEnumerable<ConsistencyProof> Spoilt(ConsistencyProof proof) =>
    [
        .. SpoiltPaths(proof.Path).Select(path => proof with { Path = path }),
        proof with { From = 0 },
        proof with { From = proof.To + 1 },
        .. proof.From < proof.To ? (ConsistencyProof[])[proof with { From = proof.To }, proof with { To = proof.From }] : [proof with { To = proof.To + 1 }],
    ];

    private static IEnumerable<ValueList<Digest>> SpoiltPaths(ValueList<Digest> path) =>
    [
        path.Append(Leaves[0]).ToValueList(),
        path.Prepend(Leaves[0]).ToValueList(),
        .. path.Select((_, place) => path.Where((_, other) => other != place).ToValueList()),
        .. path.Select((hash, place) => path.Select((each, other) => other == place ? Digest.Of([1]) : each).ToValueList()),
    ];

    // MTH of RFC 9162, section 2.1.1.
    private static Digest Root(Digest[] leaves) => leaves switch
    {
        [] => Digest.Of([]),
        [var leaf] => leaf,
        _ => Node(Root(leaves[..Middle(leaves)]), Root(leaves[Middle(leaves)..])),
    };

    // PATH of RFC 9162, section 2.1.3.1.
    private static Digest[] Path(int index, Digest[] leaves) => leaves.Length == 1 ? []
        : index < Middle(leaves) ? [.. Path(index, leaves[..Middle(leaves)]), Root(leaves[Middle(leaves)..])]
        : [.. Path(index - Middle(leaves), leaves[Middle(leaves)..]), Root(leaves[..Middle(leaves)])];

    // SUBPROOF of RFC 9162, section 2.1.4.1.
    private static Digest[] Proof(int from, Digest[] leaves, bool isKnown) => from == leaves.Length ? (isKnown ? [] : [Root(leaves)])
        : from <= Middle(leaves) ? [.. Proof(from, leaves[..Middle(leaves)], isKnown), Root(leaves[Middle(leaves)..])]
        : [.. Proof(from - Middle(leaves), leaves[Middle(leaves)..], isKnown: false), Root(leaves[..Middle(leaves)])];

    private static int Middle(Digest[] leaves)
    {
        var middle = 1;
        while (2 * middle < leaves.Length)
        {
            middle *= 2;
        }

        return middle;
    }

    private static Digest Node(Digest left, Digest right)
    {
        var bytes = new byte[65];
        bytes[0] = 1;
        left.CopyTo(bytes.AsSpan(1));
        right.CopyTo(bytes.AsSpan(33));
        return Digest.Of(bytes);
    }

    private sealed class KeptNodes : IMerkleNodes
    {
        public int Lost { get; init; }

        public ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken) =>
            ValueTask.FromResult(nodes.Skip(Lost).Select(node => Root(Leaves[(int)(node.Index << node.Level)..(int)((node.Index + 1) << node.Level)])).ToValueList());
    }
}
