using CsCheck;

namespace GdprKit.Transparency;

/// <summary>What somebody signed is told from what nobody signed, whoever wrote the note.</summary>
public sealed class SignedNoteTests : IDisposable
{
    private const string Text = "Two lines,\n\nand one that is empty.\n";

    private readonly NoteSigner _shop = NoteSigner.Create("shop.example/privacy");

    private readonly NoteSigner _other = NoteSigner.Create("other.example");

    public void Dispose()
    {
        _shop.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void A_note_says_who_signed_it()
    {
        var note = SignedNote.Parse(SignedNote.Sign(Text, _shop, _other).ToString());

        note.Text.Should().Be(Text);
        note.Signatures.Select(signature => signature.Name).Should().Equal("shop.example/privacy", "other.example");
        note.VerifiedBy(_other.Verifier, _shop.Verifier).Should().Equal(_other.Verifier, _shop.Verifier);
        SignedNote.Open(note.ToString(), _shop.Verifier).Should().Be(note);
    }

    [Fact]
    public void A_key_is_the_same_after_it_was_written_down()
    {
        using var again = NoteSigner.Import(_shop.Export());

        again.Verifier.Should().Be(_shop.Verifier).And.Be(NoteVerifier.Parse(_shop.Verifier.ToString()));
        again.Sign(Text).Should().Be(_shop.Sign(Text));
        again.ToString().Should().Be("shop.example/privacy", "the key is not told by accident");
    }

    [Fact]
    public void Nobody_else_signs_in_somebodys_name()
    {
        using var impostor = NoteSigner.Create("shop.example/privacy");
        var note = SignedNote.Sign(Text, impostor).ToString();

        Refusal(() => SignedNote.Open(note, _shop.Verifier)).Should().Be("GDPR1405", "its id is another one");
        var forged = note.Replace(Line(impostor.Sign(Text)), Line(impostor.Sign(Text) with { KeyId = _shop.Verifier.KeyId }), StringComparison.Ordinal);
        Refusal(() => SignedNote.Open(forged, _shop.Verifier)).Should().Be("GDPR1404");
    }

    [Fact]
    public void A_signature_is_passed_over_whose_key_nobody_knows_and_none_that_does_not_fit()
    {
        SignedNote.Open(SignedNote.Sign(Text, _other, _shop).ToString(), _shop.Verifier).Signatures.Should().HaveCount(2);
        Refusal(() => SignedNote.Open(SignedNote.Sign(Text, _other).ToString(), _shop.Verifier)).Should().Be("GDPR1405");
        Refusal(() => SignedNote.Open(SignedNote.Sign(Text, _shop).ToString())).Should().Be("GDPR1405");
    }

    [Fact]
    public void One_letter_more_less_or_other_is_found() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1_000], Gen.Char['!', '~']).Sample((change, at, letter) =>
    {
        var note = SignedNote.Sign(Text, _shop).ToString();
        var place = at % note.Length;
        var changed = change switch
        {
            0 => note.Remove(place, 1),
            1 => note.Insert(place, letter.ToString()),
            _ => note.Remove(place, 1).Insert(place, letter.ToString()),
        };

        if (changed != note)
        {
            Refusal(() => SignedNote.Open(changed, _shop.Verifier)).Should().BeOneOf("GDPR1402", "GDPR1404", "GDPR1405");
        }
    });

    [Theory]
    [InlineData("")]
    [InlineData("no line feed")]
    [InlineData("a carriage return\r\n")]
    [InlineData("a tab\t\n")]
    public void What_has_no_single_reading_is_not_signed(string text) => Refusal(() => SignedNote.Sign(text, _shop)).Should().Be("GDPR1403");

    [Fact]
    public void Half_a_letter_is_not_signed_and_a_whole_one_is()
    {
        Refusal(() => SignedNote.Sign("half \ud83d\n", _shop)).Should().Be("GDPR1403");
        SignedNote.Open(SignedNote.Sign("whole \ud83d\ude00 \ufffd\n", _shop).ToString(), _shop.Verifier).Text.Should().HaveLength(11);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n\u2014 name AAAAAA==")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n\u2014  AAAAAAA=\n")]
    [InlineData("text\n\n\u2014 a+b AAAAAAA=\n")]
    [InlineData("text\n\n\u2014 name AAAA\n")]
    [InlineData("text\n\n\u2014 name AAAAA AA=\n")]
    [InlineData("text\n\n\u2014 name AAAAAAB=\n", "bits that are left over say nothing")]
    [InlineData("\u0001\n\n\u2014 name AAAAAAA=\n")]
    public void What_is_no_note_is_refused(string note, string because = "") => Refusal(() => SignedNote.Parse(note)).Should().Be("GDPR1402", because);

    [Fact]
    public void What_is_far_too_large_is_refused_before_it_is_read()
    {
        var line = _shop.Sign(Text).ToString();

        Refusal(() => SignedNote.Parse($"{Text}\n{string.Concat(Enumerable.Repeat(line + "\n", 101))}")).Should().Be("GDPR1402");
        Refusal(() => SignedNote.Parse($"{new string('a', 1_000_000)}\n\n{line}\n")).Should().Be("GDPR1402");
    }

    [Theory]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", null)]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "GDPR1400")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "GDPR1400")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "GDPR1400")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=", "GDPR1400")]
    [InlineData("example.com/foo+530d903a", "GDPR1400")]
    [InlineData("", "GDPR1400")]
    public void A_key_is_read_only_whole(string key, string? refusal) => Refusal(() => NoteVerifier.Parse(key)).Should().Be(refusal);

    [Fact]
    public void A_private_key_is_read_only_whole()
    {
        var key = _shop.Export();

        foreach (var spoilt in new[] { "", key[1..], key[..^1], key.Replace("shop", "shap", StringComparison.Ordinal), _shop.Verifier.ToString() })
        {
            Refusal(() => NoteSigner.Import(spoilt)).Should().Be("GDPR1408");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    public void A_name_that_a_note_cannot_hold_is_refused(string name) => Refusal(() => NoteSigner.Create(name)).Should().Be("GDPR1401");

    private static string Line(NoteSignature signature) => signature.ToString();

    private static string? Refusal(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (TransparencyException refusal)
        {
            refusal.Message.Should().StartWith($"{refusal.Id}: ").And.NotContain("PRIVATE");
            return refusal.Id;
        }
    }
}
