using System.Buffers;
using System.Globalization;

namespace GdprKit.Content;

/// <summary>Writes a double as ECMAScript does (ECMA-262, Number::toString, radix 10), as RFC 8785 section 3.2.2.3 demands.</summary>
internal static class EcmaScriptNumber
{
    // Longest: a sign, "0.00000" and 17 digits.
    private const int MaximumLength = 32;

    /// <summary>Writes the number.</summary>
    /// <exception cref="CanonicalJsonException">GDPR1057: it is infinite or not a number.</exception>
    public static void Write(double value, IBufferWriter<byte> output)
    {
        if (!double.IsFinite(value))
        {
            throw new CanonicalJsonException(
                ContentMessages.NumberNotFinite,
                "A number is not finite, or lies beyond what an IEEE 754 double can hold.",
                "Use a number between -1.7976931348623157e308 and 1.7976931348623157e308, or a string.");
        }

        // Minus zero is written as zero.
        if (value == 0)
        {
            output.Write("0"u8);
            return;
        }

        if (value < 0)
        {
            output.Write("-"u8);
        }

        Span<byte> digits = stackalloc byte[MaximumLength];
        var point = ShortestDigits(Math.Abs(value), ref digits);
        Lay(digits, point, output);
    }

    /// <summary>
    /// The fewest significant digits that read back to the same double, and where the decimal point stands: the value is
    /// <c>0.digits × 10^point</c>.
    /// </summary>
    private static int ShortestDigits(double value, ref Span<byte> digits)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];

        var exponent = 0;
        var exponentMark = text.IndexOf((byte)'E');
        if (exponentMark >= 0)
        {
            exponent = int.Parse(text[(exponentMark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..exponentMark];
        }

        var whole = text.IndexOf((byte)'.') is var dot and >= 0 ? dot : text.Length;
        text[..whole].CopyTo(digits);
        var fraction = text[Math.Min(whole + 1, text.Length)..];
        fraction.CopyTo(digits[whole..]);
        digits = digits[..(whole + fraction.Length)];

        var leadingZeros = digits.IndexOfAnyExcept((byte)'0');
        digits = digits[leadingZeros..].TrimEnd((byte)'0');
        return whole - leadingZeros + exponent;
    }

    private static void Lay(ReadOnlySpan<byte> digits, int point, IBufferWriter<byte> output)
    {
        switch (point)
        {
            case > 21 or < -5:
                LayWithExponent(digits, point - 1, output);
                break;
            case <= 0:
                output.Write("0."u8);
                output.Write("00000"u8[..-point]);
                output.Write(digits);
                break;
            case var _ when point < digits.Length:
                output.Write(digits[..point]);
                output.Write("."u8);
                output.Write(digits[point..]);
                break;
            default:
                output.Write(digits);
                output.Write("00000000000000000000"u8[..(point - digits.Length)]);
                break;
        }
    }

    private static void LayWithExponent(ReadOnlySpan<byte> digits, int exponent, IBufferWriter<byte> output)
    {
        output.Write(digits[..1]);
        if (digits.Length > 1)
        {
            output.Write("."u8);
            output.Write(digits[1..]);
        }

        Span<byte> text = stackalloc byte[MaximumLength];
        exponent.TryFormat(text, out var length, "+0;-0", CultureInfo.InvariantCulture);
        output.Write("e"u8);
        output.Write(text[..length]);
    }
}
