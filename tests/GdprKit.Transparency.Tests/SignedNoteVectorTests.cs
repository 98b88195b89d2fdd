using System.Text.Json;

namespace GdprKit.Transparency;

public sealed class SignedNoteVectorTests
{
    private static readonly VectorFile Vectors = VectorFile.Open("signed-note.json");

    public static IEnumerable<TheoryDataRow<string>> Notes => Vectors.Cases(root => Each(root, "signed_note"), vector => vector.GetProperty("vkey").GetString());

    public static IEnumerable<TheoryDataRow<string>> Checkpoints => Vectors.Cases(root => Each(root, "checkpoint_example"), vector => vector.GetString()!.Split('\n')[0]);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Notes))]
    public void A_note_is_read_and_verified_as_published(string vector)
    {
        var published = JsonElement.Parse(vector);
        var (key, text) = (NoteVerifier.Parse(Text(published, "vkey")), Text(published, "note"));

        if (!published.GetProperty("verifies").GetBoolean())
        {
            FluentActions.Invoking(() => SignedNote.Open(text, key)).Should().Throw<TransparencyException>();
            return;
        }

        var note = SignedNote.Open(text, key);
        note.Text.Should().Be(Text(published, "signed_text_utf8"));
        note.ToString().Should().Be(text);
        key.KeyId.ToString("x8", System.Globalization.CultureInfo.InvariantCulture).Should().Be(Text(published, "key_id_hex"));
        key.ToString().Should().Be(Text(published, "vkey"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Checkpoints))]
    public void A_checkpoint_is_read_as_published(string vector)
    {
        var published = JsonElement.Parse(vector).GetString()!;
        var note = SignedNote.Parse(published);

        var checkpoint = Checkpoint.Parse(note.Text);

        note.ToString().Should().Be(published);
        checkpoint.ToString().Should().Be(note.Text);
        published.Split('\n').Should().StartWith(checkpoint.Origin).And.HaveElementAt(1, $"{checkpoint.Size}");
        note.Signatures.Should().ContainSingle().Which.Name.Should().Be(checkpoint.Origin);
    }

    [Fact]
    public void Every_kind_of_case_is_known() =>
        // The rules are explained in prose; each is also a test of Checkpoint.
        Vectors.Kinds.Should().BeSubsetOf(["signed_note", "checkpoint_example", "checkpoint_rules"]);

    // One case, or a list of them.
    private static JsonElement Each(JsonElement root, string name) => !root.TryGetProperty(name, out var cases) ? JsonElement.Parse("[]")
        : cases.ValueKind is JsonValueKind.Array ? cases
        : JsonSerializer.SerializeToElement(new[] { cases });

    private static string Text(JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
