using GdprKit.Ledger;
using GdprKit.Transparency;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the signing of checkpoints to GdprKit. What was signed is verified with the ledger.</summary>
public static class GdprKitTransparencyBuilderExtensions
{
    /// <summary>Signs checkpoints of the ledger with the key in a file, and with no other key. A signer used before is replaced.</summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="verifier">What verifies its signatures, as it was published: <c>NoteVerifier.Parse("shop.example/privacy+…")</c>.</param>
    /// <param name="path">The file, made once with <see cref="NoteSignerFile.Create"/>; a relative path starts at the folder of the application (<see cref="AppContext.BaseDirectory"/>).</param>
    public static GdprKitBuilder SignCheckpoints(this GdprKitBuilder gdpr, NoteVerifier verifier, string path)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var signer = new FileCheckpointSigner(verifier, Path.Combine(AppContext.BaseDirectory, path));
        return gdpr.SignCheckpoints(_ => signer);
    }

    /// <summary>As the other overload, with whichever key of a name the file holds: one that was made anew under the same name is taken for the same.</summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="origin">Whose ledger it is: the name of the key, as <c>shop.example/privacy</c>.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="TransparencyException">GDPR1401: the origin cannot be the name of a key.</exception>
    public static GdprKitBuilder SignCheckpoints(this GdprKitBuilder gdpr, string origin, string path)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var signer = new FileCheckpointSigner(origin, Path.Combine(AppContext.BaseDirectory, path));
        return gdpr.SignCheckpoints(_ => signer);
    }

    /// <summary>As the other overloads, with a signer that is made when it is first needed, as one whose file is configured.</summary>
    /// <param name="gdpr">The configuration of GdprKit.</param>
    /// <param name="create">Makes the signer; called once.</param>
    public static GdprKitBuilder SignCheckpoints(this GdprKitBuilder gdpr, Func<IServiceProvider, FileCheckpointSigner> create)
    {
        ArgumentNullException.ThrowIfNull(gdpr);
        ArgumentNullException.ThrowIfNull(create);
        gdpr.Services.Replace(ServiceDescriptor.Singleton(create));
        gdpr.Services.Replace(ServiceDescriptor.Singleton<ICheckpointSigner>(provider => provider.GetRequiredService<FileCheckpointSigner>()));
        gdpr.Services.Replace(ServiceDescriptor.Singleton<ICheckpointVerifier>(provider => provider.GetRequiredService<FileCheckpointSigner>()));
        return gdpr;
    }
}
