namespace GdprKit.Conformance;

/// <summary>
/// Implemented by a <see cref="MirrorFixture"/> of mirrors that are kept on a medium which others can reach as well: files, a bucket, rows. What is promised of the bytes there is
/// tested through it, by <see cref="MirrorMediumSuite{TFixture}"/>.
/// </summary>
public interface IMirrorMedium
{
    /// <summary>Replaces bytes of the medium beside the mirror, wherever they are found, with as many others. With the same ones nothing changes, and they are only counted.</summary>
    /// <param name="name">The name of the mirror.</param>
    /// <param name="sought">The bytes that are sought.</param>
    /// <param name="replacement">As many others.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>At how many places they were found.</returns>
    ValueTask<int> ReplaceBytesAsync(string name, ReadOnlyMemory<byte> sought, ReadOnlyMemory<byte> replacement, CancellationToken cancellationToken);
}
