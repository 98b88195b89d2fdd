using System.Security.Cryptography;
using System.Text;
using GdprKit.Decisions;

namespace GdprKit.EntityFrameworkCore.Decisions.Audience;

/// <summary>A key of the suppression list in memory.</summary>
internal sealed class OneKey : ISuppressionKeys
{
    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(ValueList<string> texts, CancellationToken cancellationToken) =>
        new(texts.Select(text => (ValueList<Digest>)[Digest.FromBytes(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(text)))]).ToValueList());
}
