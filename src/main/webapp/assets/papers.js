// Documents of an application: pictures are turned and enlarged, PDFs drawn by PDF.js. Nothing in a document runs: PDF.js is given no scripting, no eval, no forms.
const PDFJS = '../webjars/pdfjs-dist/4.10.38/';
const NEXT = { in: 1.25, out: 0.8 };

class Paper {
  constructor(figure) {
    this.figure = figure;
    this.view = figure.querySelector('.paper-view');
    this.scale = 1;
    this.angle = 0;
    figure.addEventListener('click', (event) => {
      const turn = event.target.closest('[data-turn]')?.dataset.turn;
      if (turn) this.turn(turn);
    });
    this.view.addEventListener('keydown', (event) => {
      const turn = { '+': 'in', '-': 'out', '[': 'left', ']': 'right', 0: 'reset', PageUp: 'before', PageDown: 'after' }[event.key];
      if (!turn || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.turn(turn);
    });
  }

  turn(how) {
    if (how in NEXT) this.scale = Math.min(Math.max(this.scale * NEXT[how], 0.25), 8);
    else if (how === 'left' || how === 'right') this.angle = (this.angle + (how === 'left' ? 270 : 90)) % 360;
    else if (how === 'reset') Object.assign(this, { scale: 1, angle: 0 });
    this.show(how);
  }
}

class Picture extends Paper {
  show() {
    const image = this.view.querySelector('img');
    const upright = this.angle % 180 === 0;
    const width = this.view.clientWidth * this.scale;
    const height = (width / image.naturalWidth) * image.naturalHeight;
    image.style.maxWidth = 'none';
    image.style.width = `${upright ? width : (width / image.naturalHeight) * image.naturalWidth}px`;
    // A picture that lies on its side is moved back to where the view begins.
    image.style.transformOrigin = '0 0';
    const shown = upright ? height : (width / image.naturalHeight) * image.naturalWidth;
    const moves = { 0: '', 90: `translate(${width}px, 0)`, 180: `translate(${width}px, ${height}px)`, 270: `translate(0, ${shown}px)` };
    image.style.transform = `${moves[this.angle]} rotate(${this.angle}deg)`;
    image.style.marginBottom = upright ? '' : `${shown - width}px`;
  }
}

class Pdf extends Paper {
  constructor(figure) {
    super(figure);
    this.number = 1;
    this.load().catch(() => { this.view.textContent = figure.dataset.broken; });
  }

  async load() {
    const { getDocument, GlobalWorkerOptions } = await import(`${PDFJS}build/pdf.min.mjs`);
    const at = (path) => new URL(PDFJS + path, import.meta.url).href;
    GlobalWorkerOptions.workerSrc = at('build/pdf.worker.min.mjs');
    this.document = await getDocument({
      url: this.figure.dataset.pdf,
      disableRange: true,
      disableStream: true,
      disableAutoFetch: true,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useWorkerFetch: false,
      cMapUrl: at('cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: at('standard_fonts/'),
      stopAtErrors: false,
    }).promise;
    await this.draw();
  }

  show(how) {
    if (!this.document) return;
    if (how === 'before') this.number = Math.max(1, this.number - 1);
    if (how === 'after') this.number = Math.min(this.document.numPages, this.number + 1);
    this.draw();
  }

  async draw() {
    const page = await this.document.getPage(this.number);
    const plain = page.getViewport({ scale: 1, rotation: (page.rotate + this.angle) % 360 });
    const fit = (this.view.clientWidth / plain.width) * this.scale;
    const viewport = page.getViewport({ scale: fit * devicePixelRatio, rotation: plain.rotation });
    const canvas = document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.width = `${viewport.width / devicePixelRatio}px`;
    canvas.setAttribute('role', 'img');
    const said = this.figure.dataset.page.replace('{0}', this.number).replace('{1}', this.document.numPages);
    canvas.setAttribute('aria-label', said);
    await page.render({ canvasContext: canvas.getContext('2d'), viewport }).promise;
    this.view.replaceChildren(canvas);
    this.figure.querySelector('.paper-page').textContent = said;
  }
}

document.querySelectorAll('[data-paper="image"]').forEach((figure) => new Picture(figure));
document.querySelectorAll('[data-paper="pdf"]').forEach((figure) => new Pdf(figure));
