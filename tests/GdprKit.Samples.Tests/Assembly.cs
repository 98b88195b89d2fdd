using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;

[assembly: AssemblyFixture(typeof(CrmApplication))]
[assembly: AssemblyFixture(typeof(Chromium))]
