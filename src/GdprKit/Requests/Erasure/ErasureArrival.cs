using System.Globalization;
using System.Text;

namespace GdprKit.Requests;

/// <summary>When a row arrived, so that it is known again and says nothing: a digest of what its column holds.</summary>
internal static class ErasureArrival
{
    public static Digest? Of(object? value) => value switch
    {
        null => null,
        IFormattable moment => Digest.Of(Encoding.UTF8.GetBytes(moment.ToString(value is DateTime or DateTimeOffset or DateOnly ? "O" : null, CultureInfo.InvariantCulture))),
        _ => Digest.Of(Encoding.UTF8.GetBytes(value.ToString()!)),
    };
}
