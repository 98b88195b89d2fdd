using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GdprKit.EntityFrameworkCore;

/// <summary>On the machine of a developer a property that was just added warns; where people's data are, it refuses.</summary>
internal sealed class CoverageInDevelopment(IHostEnvironment? environment = null) : IPostConfigureOptions<CoverageOptions>
{
    public void PostConfigure(string? name, CoverageOptions options)
    {
        if (options.Enforcement is CoverageEnforcement.Unspecified && environment?.IsDevelopment() == true)
        {
            options.Enforcement = CoverageEnforcement.Warn;
        }
    }
}
