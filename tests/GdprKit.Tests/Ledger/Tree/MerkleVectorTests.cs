using System.Text;
using System.Text.Json;

namespace GdprKit.Ledger.Tree;

public sealed class MerkleVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("merkle.json");

    public static IEnumerable<TheoryDataRow<string>> Hashes => Vectors.Cases("hasher", vector => vector.GetProperty("desc").GetString());

    public static IEnumerable<TheoryDataRow<string>> Trees => Vectors.Cases(TreesBySize, vector => $"{vector.GetProperty("size")} leaves");

    public static IEnumerable<TheoryDataRow<string>> Levels => Vectors.Cases(NodesByLevel, vector => $"level {vector.GetProperty("level")}");

    public static IEnumerable<TheoryDataRow<string>> Inclusions => Vectors.Cases("inclusion", vector => vector.GetProperty("file").GetString());

    public static IEnumerable<TheoryDataRow<string>> Consistencies => Vectors.Cases("consistency", vector => vector.GetProperty("file").GetString());

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Hashes))]
    public void A_hash_is_the_published_one(string vector)
    {
        var hash = JsonElement.Parse(vector);

        var made = Text(hash, "op") switch
        {
            "emptyRoot" => MerkleTree.Empty.Root,
            "leaf" => MerkleTree.LeafOf(Input(hash, "input")),
            "node" => HashedApart(1, [.. Input(hash, "left"), .. Input(hash, "right")]),
            var other => throw new NotSupportedException($"Unknown kind of hash: {other}"),
        };

        made.Should().Be(Digest.Parse(Text(hash, "want_hex")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Trees))]
    public void A_tree_has_the_published_root(string vector)
    {
        var tree = JsonElement.Parse(vector);
        var leaves = tree.GetProperty("leaves").EnumerateArray().Select(leaf => MerkleTree.LeafOf(Convert.FromHexString(leaf.GetString()!)));

        MerkleTree.Empty.Append(leaves).Root.Should().Be(Digest.Parse(Text(tree, "root")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Levels))]
    public void The_nodes_of_a_level_are_the_published_ones(string vector)
    {
        var level = JsonElement.Parse(vector);
        var nodes = new List<Digest>();
        MerkleTree.Empty.Append(
            level.GetProperty("leaves").EnumerateArray().Select(leaf => MerkleTree.LeafOf(Convert.FromHexString(leaf.GetString()!))),
            (node, hash) =>
            {
                if (node.Level == level.GetProperty("level").GetInt32())
                {
                    nodes.Add(hash);
                }
            });

        nodes.Select(hash => hash.ToString()).Should().Equal(level.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Inclusions))]
    public void A_proof_of_inclusion_is_accepted_or_refused_as_published(string vector)
    {
        var proof = JsonElement.Parse(vector);

        // What can not even be said is refused as well.
        var isAccepted = proof.GetProperty("leafIdx").TryGetInt64(out var index)
            && proof.GetProperty("treeSize").TryGetInt64(out var size)
            && Path(proof) is { } path
            && Hash(proof, "leafHash") is { } leaf
            && Hash(proof, "root") is { } root
            && new InclusionProof(index, size, path).Verifies(leaf, root);

        isAccepted.Should().Be(!proof.GetProperty("wantErr").GetBoolean());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Consistencies))]
    public void A_proof_of_consistency_is_accepted_or_refused_as_published(string vector)
    {
        var proof = JsonElement.Parse(vector);

        var isAccepted = proof.GetProperty("size1").TryGetInt64(out var from)
            && proof.GetProperty("size2").TryGetInt64(out var to)
            && Path(proof) is { } path
            && new ConsistencyProof(from, to, path).Verifies(Named(proof, "root1"), Named(proof, "root2"));

        isAccepted.Should().Be(!proof.GetProperty("wantErr").GetBoolean());
    }

    [Fact]
    public void Every_kind_of_case_is_known() => Vectors.Kinds.Should().BeSubsetOf(["hasher", "reference_tree", "inclusion", "consistency"]);

    [Fact]
    public void Every_part_of_the_reference_tree_is_known() => (Vectors.Root is { } root && root.TryGetProperty("reference_tree", out var tree)
        ? tree.EnumerateObject().Select(property => property.Name)
        : []).Should().BeSubsetOf(["leaf_inputs_hex", "root_by_size_hex", "node_hashes_by_level_hex"]);

    private static JsonElement TreesBySize(JsonElement root)
    {
        var leaves = Strings(root, "leaf_inputs_hex");
        return JsonSerializer.SerializeToElement(Strings(root, "root_by_size_hex").Select((hash, size) => new { size, leaves = leaves[..size], root = hash }));
    }

    private static JsonElement NodesByLevel(JsonElement root)
    {
        var leaves = Strings(root, "leaf_inputs_hex");
        return JsonSerializer.SerializeToElement(
            root.GetProperty("reference_tree").GetProperty("node_hashes_by_level_hex").EnumerateArray().Select((nodes, level) => new { level, leaves, nodes }));
    }

    private static string[] Strings(JsonElement root, string name) => [.. root.GetProperty("reference_tree").GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];

    private static ValueList<Digest>? Path(JsonElement proof)
    {
        var parts = proof.GetProperty("proof") is { ValueKind: JsonValueKind.Array } path ? path.EnumerateArray().Select(part => part.GetBytesFromBase64()).ToList() : [];
        return parts.TrueForAll(part => part.Length == Digest.ByteCount) ? parts.Select(part => Digest.FromBytes(part)).ToValueList() : null;
    }

    private static Digest? Hash(JsonElement proof, string name) =>
        proof.GetProperty(name) is { ValueKind: JsonValueKind.String } text && text.GetBytesFromBase64() is { Length: Digest.ByteCount } hash ? Digest.FromBytes(hash) : null;

    // Some cases give a root that is no hash, to show that it is not looked into; other bytes then stand for another root.
    private static Digest Named(JsonElement proof, string name) => Hash(proof, name) ?? Digest.Of(proof.GetProperty(name).GetBytesFromBase64());

    private static Digest HashedApart(byte prefix, byte[] data) => Digest.Of([prefix, .. data]);

    private static byte[] Input(JsonElement hash, string name) => hash.TryGetProperty($"{name}_utf8", out var text)
        ? Encoding.UTF8.GetBytes(text.GetString()!)
        : Convert.FromHexString(Text(hash, $"{name}_hex"));

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
