/* Test-only stand-ins for two Windows 10 system DLLs that Debian's Wine 8.0 lacks.
 * They go into a throw-away Wine prefix, NEVER into the product.
 *
 *   icuuc.dll       Qt >= 6.10 imports 20 ucnv_* symbols from the system ICU.  Every
 *                   call here says "no such converter"; Qt then only lacks the legacy
 *                   ICU text codecs (UTF-8/16/32, Latin-1 and system stay built in).
 *   windows.ui.dll  Qt >= 6.5's "windows" platform plug-in constructs
 *                   Windows.UI.ViewManagement.UISettings and dies on an uncaught C++
 *                   exception when the class cannot be activated.
 *   mscms.dll       Qt >= 6.12 asks for the monitor's ICC profile through
 *                   WcsCreateIccProfile, which is an aborting stub in Wine 8.0.
 *                   (Needs WINEDLLOVERRIDES="mscms=n".)
 *   bcryptprimitives.dll  QtPdf (PDFium's allocator) and Rust-built wheels want
 *                   ProcessPrng; PDFium executes int3 when the DLL is absent.
 *
 * Build (apt: gcc-mingw-w64-x86-64-win32):
 *   x86_64-w64-mingw32-gcc-win32 -O2 -shared -DICU  -nostartfiles -o icuuc.dll      stand_ins.c -Wl,-e,DllMain
 *   x86_64-w64-mingw32-gcc-win32 -O2 -shared -DUISET             -o windows.ui.dll stand_ins.c -luuid
 *   x86_64-w64-mingw32-gcc-win32 -O2 -shared -DMSCMS             -o mscms.dll      stand_ins.c
 *   x86_64-w64-mingw32-gcc-win32 -O2 -shared -DPRNG -o bcryptprimitives.dll stand_ins.c -ladvapi32
 */
#define COBJMACROS
#define INITGUID
#include <windows.h>

#ifdef ICU
typedef int UErrorCode;                 /* U_FILE_ACCESS_ERROR = 4 */
#define EX __declspec(dllexport)
EX void *ucnv_open(const char *n, UErrorCode *e) { if (e) *e = 4; return 0; }
EX void ucnv_close(void *c) {}
EX void ucnv_reset(void *c) {}
EX signed char ucnv_getMaxCharSize(const void *c) { return 1; }
EX const char *ucnv_getName(const void *c, UErrorCode *e) { if (e) *e = 4; return 0; }
EX void ucnv_getToUCallBack(const void *c, void **a, const void **x) { if (a) *a = 0; if (x) *x = 0; }
EX void ucnv_getFromUCallBack(const void *c, void **a, const void **x) { if (a) *a = 0; if (x) *x = 0; }
EX void ucnv_setToUCallBack(void *c, void *a, const void *x, void **oa, const void **ox, UErrorCode *e) { if (e) *e = 4; }
EX void ucnv_setFromUCallBack(void *c, void *a, const void *x, void **oa, const void **ox, UErrorCode *e) { if (e) *e = 4; }
EX void ucnv_fromUnicode(void *c, char **t, const char *tl, const void **s, const void *sl, int *o, signed char f, UErrorCode *e) { if (e) *e = 4; }
EX void ucnv_toUnicode(void *c, void **t, const void *tl, const char **s, const char *sl, int *o, signed char f, UErrorCode *e) { if (e) *e = 4; }
EX int ucnv_countAvailable(void) { return 0; }
EX const char *ucnv_getAvailableName(int n) { return 0; }
EX const char *ucnv_getStandardName(const char *n, const char *s, UErrorCode *e) { if (e) *e = 4; return 0; }
EX void ucnv_cbToUWriteUChars(void *a, const void *s, int l, int o, UErrorCode *e) { if (e) *e = 4; }
EX void ucnv_cbFromUWriteUChars(void *a, const void **s, const void *l, int o, UErrorCode *e) { if (e) *e = 4; }
EX int ucnv_toUCountPending(const void *c, UErrorCode *e) { if (e) *e = 4; return 0; }
EX int ucnv_fromUCountPending(const void *c, UErrorCode *e) { if (e) *e = 4; return 0; }
EX void UCNV_TO_U_CALLBACK_SUBSTITUTE(const void *x, void *a, const char *u, int l, int r, UErrorCode *e) {}
EX void UCNV_FROM_U_CALLBACK_SUBSTITUTE(const void *x, void *a, const void *u, int l, int p, int r, UErrorCode *e) {}
BOOL WINAPI DllMain(HINSTANCE h, DWORD r, void *p) { return TRUE; }
#endif

#ifdef UISET
#include <inspectable.h>
#include <activation.h>
DEFINE_GUID(IID_UISettings,  0x85361600,0x1c63,0x4627,0xbc,0xb1,0x3a,0x89,0xe0,0xbc,0x9c,0x55);
DEFINE_GUID(IID_UISettings3, 0x03021be4,0x5254,0x4781,0x81,0x94,0x51,0x68,0xf7,0xd0,0x6d,0x7b);
DEFINE_GUID(IID_UISettings2, 0xbad82401,0x2721,0x44f9,0xbb,0x91,0x2b,0xb2,0x28,0xbe,0x44,0x2f);
DEFINE_GUID(IID_Agile,       0x94ea2b94,0xe9cc,0x49e0,0xc0,0xff,0xee,0x64,0xca,0x8f,0x5b,0x90);
DEFINE_GUID(IID_ActFact,     0x00000035,0x0000,0x0000,0xc0,0x00,0x00,0x00,0x00,0x00,0x00,0x46);
DEFINE_GUID(IID_Insp,        0xaf86e2e0,0xb12d,0x4c6a,0x9c,0x5a,0xd7,0xaa,0x65,0x10,0x1e,0x90);

typedef struct { BYTE A, R, G, B; } Col;
typedef struct Obj { void **v1, **v2, **v3; LONG ref; } Obj;   /* IUISettings, IUISettings3, IUISettings2 */
static HRESULT qi(Obj *o, REFIID r, void **out)
{
    if (IsEqualGUID(r, &IID_IUnknown) || IsEqualGUID(r, &IID_Insp) || IsEqualGUID(r, &IID_Agile)
        || IsEqualGUID(r, &IID_UISettings)) *out = &o->v1;
    else if (IsEqualGUID(r, &IID_UISettings3)) *out = &o->v2;
    else if (IsEqualGUID(r, &IID_UISettings2)) *out = &o->v3;
    else { *out = 0; return E_NOINTERFACE; }
    InterlockedIncrement(&o->ref);
    return S_OK;
}
#define FROM(p, f) ((Obj *)((char *)(p) - offsetof(Obj, f)))
#define GLUE(f) \
static HRESULT WINAPI f##_qi(void *p, REFIID r, void **o) { return qi(FROM(p, f), r, o); } \
static ULONG WINAPI f##_add(void *p) { return InterlockedIncrement(&FROM(p, f)->ref); } \
static ULONG WINAPI f##_rel(void *p) { ULONG n = InterlockedDecrement(&FROM(p, f)->ref); \
    if (!n) HeapFree(GetProcessHeap(), 0, FROM(p, f)); return n; }
GLUE(v1) GLUE(v2) GLUE(v3)
static HRESULT WINAPI iids(void *p, ULONG *n, IID **i) { *n = 0; *i = 0; return S_OK; }
static HRESULT WINAPI cname(void *p, HSTRING *s) { *s = 0; return S_OK; }
static HRESULT WINAPI trust(void *p, TrustLevel *t) { *t = BaseTrust; return S_OK; }
static HRESULT WINAPI notimpl(void *p) { return E_NOTIMPL; }
static HRESULT WINAPI color(void *p, int type, Col *c)
{
    static const Col t[10] = { {255,255,255,255},{255,0,0,0},{255,0,26,104},{255,0,62,146},{255,0,103,192},
        {255,0,120,212},{255,0,145,248},{255,76,194,255},{255,153,235,255},{0,0,0,0} };
    *c = t[(type >= 0 && type < 10) ? type : 5];
    return S_OK;
}
static HRESULT WINAPI addev(void *p, void *h, INT64 *t) { *t = 1; return S_OK; }
static HRESULT WINAPI remev(void *p, INT64 t) { return S_OK; }
static HRESULT WINAPI scale(void *p, double *d) { *d = 1.0; return S_OK; }
static void *vt1[] = { v1_qi, v1_add, v1_rel, iids, cname, trust, notimpl, notimpl, notimpl, notimpl,
    notimpl, notimpl, notimpl, notimpl, notimpl, notimpl, notimpl, notimpl, notimpl };
static void *vt2[] = { v2_qi, v2_add, v2_rel, iids, cname, trust, color, addev, remev };
static void *vt3[] = { v3_qi, v3_add, v3_rel, iids, cname, trust, scale, addev, remev };

static HRESULT WINAPI f_qi(void *p, REFIID r, void **o)
{
    if (IsEqualGUID(r, &IID_IUnknown) || IsEqualGUID(r, &IID_Insp) || IsEqualGUID(r, &IID_ActFact)
        || IsEqualGUID(r, &IID_Agile)) { *o = p; return S_OK; }
    *o = 0; return E_NOINTERFACE;
}
static ULONG WINAPI f_ref(void *p) { return 2; }
static HRESULT WINAPI f_new(void *p, void **out)
{
    Obj *o = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *o);
    o->v1 = vt1; o->v2 = vt2; o->v3 = vt3; o->ref = 1; *out = o;
    return S_OK;
}
static void *fvt[] = { f_qi, f_ref, f_ref, iids, cname, trust, f_new };
static void **factory = fvt;
__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(HSTRING cls, void **out) { *out = &factory; return S_OK; }
__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }
BOOL WINAPI DllMain(HINSTANCE h, DWORD r, void *p) { return TRUE; }
#endif

#ifdef MSCMS
#define EX __declspec(dllexport)
EX void *WINAPI OpenColorProfileW(void *p, DWORD a, DWORD s, DWORD c) { SetLastError(ERROR_FILE_NOT_FOUND); return 0; }
EX BOOL WINAPI CloseColorProfile(void *h) { return FALSE; }
EX BOOL WINAPI GetColorProfileFromHandle(void *h, BYTE *b, DWORD *n) { return FALSE; }
EX void *WINAPI WcsCreateIccProfile(void *h, DWORD f) { return 0; }
BOOL WINAPI DllMain(HINSTANCE h, DWORD r, void *p) { return TRUE; }
#endif

#ifdef PRNG
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);      /* RtlGenRandom */
__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *b, SIZE_T n) { return SystemFunction036(b, (ULONG)n); }
BOOL WINAPI DllMain(HINSTANCE h, DWORD r, void *p) { return TRUE; }
#endif
