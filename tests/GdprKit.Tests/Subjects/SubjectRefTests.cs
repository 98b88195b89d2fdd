using CsCheck;

namespace GdprKit.Subjects;

public sealed class SubjectRefTests
{
    private static readonly Gen<SubjectRef> Refs = Gen.Byte.Array[SubjectRef.ByteCount].Select(bytes => SubjectRef.FromBytes(bytes));

    [Fact]
    public void A_ref_is_read_back_from_its_text_and_from_its_bytes() => Refs.Sample(subject =>
    {
        Span<byte> bytes = stackalloc byte[SubjectRef.ByteCount];
        subject.CopyTo(bytes);

        SubjectRef.Parse(subject.ToString()).Should().Be(subject);
        SubjectRef.FromBytes(bytes).Should().Be(subject);
        subject.ToString().Should().Be(Convert.ToHexStringLower(bytes));
    });

    [Fact]
    public void Refs_are_ordered_as_their_texts_are() => Gen.Select(Refs, Refs).Sample((left, right) =>
    {
        Math.Sign(left.CompareTo(right)).Should().Be(Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString())));
        (left < right).Should().Be(right > left);
        (left <= right).Should().Be(right >= left);
    });

    [Fact]
    public void A_new_ref_is_random()
    {
        var refs = Enumerable.Range(0, 1_000).Select(_ => SubjectRef.New()).ToList();

        refs.Should().OnlyHaveUniqueItems().And.NotContain(SubjectRef.None);
        // Every one of the 32 digits takes every value: no bit is fixed and nothing is counted up.
        Enumerable.Range(0, 32).Should().OnlyContain(digit => refs.Select(subject => subject.ToString()[digit]).Distinct().Count() == 16);
    }

    [Fact]
    public void Nobody_is_16_zeros()
    {
        SubjectRef.None.IsNone.Should().BeTrue();
        SubjectRef.None.ToString().Should().Be(new string('0', 32));
        SubjectRef.Parse(new string('0', 32)).Should().Be(SubjectRef.None);
        SubjectRef.New().IsNone.Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef")]
    [InlineData(" 123456789abcdef0123456789abcdef")]
    [InlineData("+123456789abcdef0123456789abcdef")]
    public void Anything_but_32_lower_case_hexadecimal_digits_is_refused(string text)
    {
        SubjectRef.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => SubjectRef.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1100: *");
    }

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    public void Anything_but_16_bytes_is_refused(int length) =>
        FluentActions.Invoking(() => SubjectRef.FromBytes(new byte[length])).Should().Throw<ArgumentException>().WithMessage($"GDPR1101: a ref has 16 bytes, not {length}.*");
}
